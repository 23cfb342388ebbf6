/** A basket with what one buys, for where a list would be. */
export function BasketArt() {
  return (
    <svg className="basket-art" viewBox="0 0 160 140" width="160" height="140" aria-hidden="true">
      <path
        className="basket-leaf"
        d="M66 58c-6-22-20-30-34-30 2 16 14 28 34 30zM70 58c2-22 14-36 30-38-1 18-10 32-30 38z"
      />
      <circle className="basket-tomato" cx="98" cy="54" r="18" />
      <path className="basket-loaf" d="M46 62c-8-16 2-26 12-24l20 22z" />
      <path className="basket-body" d="M22 60h116l-12 62a8 8 0 0 1-8 6H42a8 8 0 0 1-8-6z" />
      <path className="basket-line" d="M56 76l5 38M80 76v38M104 76l-5 38" />
    </svg>
  );
}
