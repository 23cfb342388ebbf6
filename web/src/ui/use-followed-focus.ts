import { useEffect, useRef } from 'react';

/**
 * Keeps the focus with what was moved: an element that moves is a new one, and the browser loses the focus with
 * the old. @returns a function that tells the id of the element that shall have it.
 */
export function useFollowedFocus(): (id: string) => void {
  const wanted = useRef<string>(undefined);

  // After every render, as it may be the one that has moved it.
  useEffect(() => {
    const id = wanted.current;
    if (id && document.activeElement === document.body) document.getElementById(id)?.focus();
  });

  // Until the person does something else.
  useEffect(() => {
    const forget = () => {
      wanted.current = undefined;
    };
    document.addEventListener('pointerdown', forget);
    document.addEventListener('keydown', forget);
    return () => {
      document.removeEventListener('pointerdown', forget);
      document.removeEventListener('keydown', forget);
    };
  }, []);

  return (id) => {
    document.getElementById(id)?.focus();
    wanted.current = id;
  };
}
