import { type ComponentType, useLayoutEffect } from 'react';
import { reportRender } from './signals.ts';

/**
 * Tells how long a page takes from its first line to what it puts on the screen, without the wait for
 * its code and data. (React's own Profiler is left out of production builds.)
 */
export function measured(page: string, Page: ComponentType): ComponentType {
  return function Measured() {
    const begin = performance.now();
    // biome-ignore lint/correctness/useExhaustiveDependencies: only the first time counts.
    useLayoutEffect(() => reportRender(page, performance.now() - begin), []);
    return <Page />;
  };
}
