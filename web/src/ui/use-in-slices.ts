import { useDeferredValue } from 'react';

/**
 * Holds back what a page shows until React has drawn it in slices: drawn in one go, a large page would keep a phone from
 * answering touches. What changes in it later shows at once.
 */
export function useInSlices<T>(data: T | undefined): T | undefined {
  const isThere = useDeferredValue(data !== undefined);
  return isThere ? data : undefined;
}
