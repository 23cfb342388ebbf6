import { useEffect, useRef } from 'react';

/** Where the focus goes once the rows have changed. */
interface Wanted {
  row: number;
  /** Of the element in the row; default: its first field. */
  selector: string;
}

const firstField = 'input, textarea';

/**
 * Keeps the focus where a keyboard expects it when rows come, go and move.
 * @param rows what changes when they do
 */
export function useRowFocus(rows: unknown) {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<Wanted | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what is waited for.
  useEffect(() => {
    if (!wanted.current) return;
    const { row, selector } = wanted.current;
    wanted.current = null;
    const element = list.current?.children[row];
    const found =
      element?.querySelector<HTMLElement>(selector) ??
      element?.querySelector<HTMLElement>(firstField);
    found?.focus();
  }, [rows]);

  const focusRow = (row: number, selector = firstField) => {
    wanted.current = { row, selector };
  };
  return { list, focusRow };
}
