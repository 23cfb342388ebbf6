import { useLayoutEffect } from 'react';
import { matchRoutes, type RouteObject, useLocation } from 'react-router';
import { reportRoute } from './signals.ts';

/** Tells telemetry which page is shown, by the pattern of its route; also when the next one has the same. */
export function useRouteSignal(routes: RouteObject[]): void {
  const { pathname } = useLocation();
  useLayoutEffect(() => reportRoute(routePattern(routes, pathname)), [routes, pathname]);
}

/** A path by its route, such as `/recipes/:id`. */
export function routePattern(routes: RouteObject[], pathname: string): string {
  const parts = (matchRoutes(routes, pathname) ?? []).flatMap(({ route }) => route.path ?? []);
  return `/${parts.join('/')}`;
}
