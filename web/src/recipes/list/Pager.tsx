import { Link } from 'react-router';

interface PagerProps {
  /** Counted from 1. */
  page: number;
  pages: number;
}

/** The way to the pages before and after. */
export function Pager({ page, pages }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label="Pages">
      {page > 1 && (
        <Link className="button" rel="prev" to={page === 2 ? '/recipes' : `?page=${page - 1}`}>
          Previous
        </Link>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <Link className="button" rel="next" to={`?page=${page + 1}`}>
          Next
        </Link>
      )}
    </nav>
  );
}
