import { isValidElement } from 'react';
import { matchRoutes, type RouteObject } from 'react-router';
import { nextTask } from '../next-task.ts';
import { loadSignedInArea, type PageName, pages, SignedInArea } from './pages.ts';

/**
 * Fetches all that the page at an address needs, so that the first that React draws is the page and not a place
 * holder for it. Never rejects: what is missing shows when the page is drawn.
 */
export async function preloadPage(routes: RouteObject[], pathname: string): Promise<void> {
  const matches = matchRoutes(routes, pathname) ?? [];
  await Promise.all(
    matches.map(async ({ route }) => {
      // Each in a task: to begin its requests takes a phone a while.
      await nextTask();
      const page = pageOf(route);
      if (page) return pages[page].preload();
      return isSignedInArea(route) ? loadSignedInArea().catch(() => undefined) : undefined;
    }),
  );
}

/** Which page a route shows; undefined for one that stands around others. */
export function pageOf({ element }: RouteObject): PageName | undefined {
  const names = Object.keys(pages) as PageName[];
  return names.find((name) => isValidElement(element) && element.type === pages[name].Component);
}

/** Whether a route is the one around what only signed-in people see. */
export function isSignedInArea({ element }: RouteObject): boolean {
  return isValidElement(element) && element.type === SignedInArea;
}
