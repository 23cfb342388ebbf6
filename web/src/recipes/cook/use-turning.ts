import { type TouchEvent, useEffect, useEffectEvent, useRef } from 'react';

/** The least way of a finger that turns a page, CSS pixels. */
const leastWay = 60;

/**
 * Turns pages by the arrow keys, and by swiping over what gets the returned handlers.
 * @param turn gets 1 for the next page and -1 for the one before
 */
export function useTurning(turn: (by: 1 | -1) => void) {
  const start = useRef<{ x: number; y: number } | undefined>(undefined);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // In fields and dialogs the arrows have a meaning of their own.
    const busy = 'input:not([type="checkbox"]), select, textarea, dialog';
    if (event.target instanceof Element && event.target.closest(busy)) return;
    if (event.key === 'ArrowRight') turn(1);
    if (event.key === 'ArrowLeft') turn(-1);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const first = touches[0];
      // Two fingers make something larger or smaller.
      start.current =
        touches.length === 1 && first ? { x: first.clientX, y: first.clientY } : undefined;
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const last = changedTouches[0];
      if (!start.current || !last) return;
      const x = last.clientX - start.current.x;
      const y = last.clientY - start.current.y;
      start.current = undefined;
      if (Math.abs(x) >= leastWay && Math.abs(x) > 2 * Math.abs(y)) turn(x < 0 ? 1 : -1);
    },
  };
}
