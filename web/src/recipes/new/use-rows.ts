import { useEffect, useRef } from 'react';

interface Row {
  key: number;
}

/**
 * Adding and removing rows with the focus where a keyboard expects it: in the new row, or, when
 * one is removed, in the row that took its place.
 */
export function useRows<R extends Row>(rows: R[], makeRow: () => R, onChange: (rows: R[]) => void) {
  const list = useRef<HTMLOListElement>(null);
  const focusAt = useRef<number | null>(null);

  useEffect(() => {
    if (focusAt.current === null) return;
    const place = Math.min(focusAt.current, rows.length - 1);
    focusAt.current = null;
    list.current?.children[place]?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [rows]);

  return {
    list,
    addAt: (index: number) => {
      focusAt.current = index;
      onChange(rows.toSpliced(index, 0, makeRow()));
    },
    removeAt: (index: number) => {
      focusAt.current = index;
      onChange(rows.length > 1 ? rows.toSpliced(index, 1) : [makeRow()]);
    },
    change: (index: number, changes: Partial<R>) =>
      onChange(rows.map((row, place) => (place === index ? { ...row, ...changes } : row))),
  };
}
