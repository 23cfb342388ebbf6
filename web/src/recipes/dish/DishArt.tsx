import type { Dish, Tone } from './pick-dish.ts';
import './dish.css';

/** The drawings, as lines on a field of 64 by 64. */
const drawings: Record<Dish, string> = {
  pot: 'M12 30h40v14a8 8 0 0 1-8 8H20a8 8 0 0 1-8-8zM12 35H7M52 35h5M10 30h44M18 30c1-6 7-9 14-9s13 3 14 9M32 21v-4M24 13c-2-2 2-3 0-6M40 13c-2-2 2-3 0-6',
  bowl: 'M8 32h48c0 11-7 18-15 20v3H23v-3C15 50 8 43 8 32zM16 32c2-6 8-10 16-10s14 4 16 10M25 16c-2-2 2-3 0-6M33 16c-2-2 2-3 0-6M41 16c-2-2 2-3 0-6',
  bread:
    'M12 30c-4-2-6-5-6-8 0-6 8-9 26-9s26 3 26 9c0 3-2 6-6 8v18a4 4 0 0 1-4 4H16a4 4 0 0 1-4-4zM22 25l6 8M32 25l6 8M42 25l4 6',
  leaf: 'M14 50C10 28 22 12 52 12c2 28-12 42-32 39M12 56c6-14 14-24 26-32M24 38l-1-10M31 31l11-1M25 40l12 1',
  cake: 'M10 52h44M14 52V36a4 4 0 0 1 4-4h28a4 4 0 0 1 4 4v16M14 42c4 0 4 4 9 4s4-4 9-4 4 4 9 4 5-4 9-4M24 32v-8M40 32v-8M32 32v-8M24 18v-2M32 18v-2M40 18v-2',
  cup: 'M14 24h30v16a12 12 0 0 1-12 12h-6a12 12 0 0 1-12-12zM44 28h4a6 6 0 0 1 0 14h-4M10 56h38M23 18c-2-2 2-4 0-7M32 18c-2-2 2-4 0-7',
};

interface DishArtProps {
  dish: Dish;
  tone: Tone;
}

/** A drawing of the kind of dish on a coloured field; it decorates, the text says the same. */
export function DishArt({ dish, tone }: DishArtProps) {
  return (
    <div className={`dish-art tone-${tone}`} aria-hidden="true">
      <svg viewBox="0 0 64 64" width="64" height="64" focusable="false" aria-hidden="true">
        <path d={drawings[dish]} />
      </svg>
    </div>
  );
}
