/** The app's mark: an open book with a leaf on its left page. */
export function BookMark() {
  return (
    <svg className="book-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="book-mark-cover" />
      <path
        className="book-mark-page"
        d="M7 9.5c3.4-1.6 6.4-1.4 9 .6 2.6-2 5.6-2.2 9-.6V23c-3.4-1.3-6.4-1-9 .9-2.6-1.9-5.6-2.2-9-.9z"
      />
      <path
        className="book-mark-line"
        d="M16 10.5v12.7M19 14.2c1.3-.5 2.6-.6 3.9-.3M19 17.4c1.3-.5 2.6-.6 3.9-.3"
      />
      <path
        className="book-mark-leaf"
        d="M11.5 19.6c-2.5-1.7-2.3-4.9.4-6.6 2.4 2.2 2.3 4.9-.4 6.6z"
      />
    </svg>
  );
}
