/**
 * What is kept on this device between visits (`localStorage`). Where the browser keeps nothing for this site, which
 * it says by throwing, nothing is there and nothing is kept.
 */
export const deviceStorage = {
  getItem: (name: string): string | null => orNothing(() => localStorage.getItem(name)) ?? null,
  setItem: (name: string, text: string): void => {
    orNothing(() => localStorage.setItem(name, text));
  },
  removeItem: (name: string): void => {
    orNothing(() => localStorage.removeItem(name));
  },
};

/** What the browser's storage gives; undefined where it keeps nothing for this site. */
export function orNothing<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
