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

  useEffect(() => {
    const forget = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.id !== wanted.current) wanted.current = undefined;
    };
    document.addEventListener('focusin', forget);
    return () => document.removeEventListener('focusin', forget);
  }, []);

  return (id) => {
    document.getElementById(id)?.focus();
    wanted.current = id;
  };
}
