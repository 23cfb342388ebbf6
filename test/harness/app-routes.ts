import { join } from 'node:path';
import { parseFileSync } from '@swc/core';
import { root } from '../src/root.ts';

/** What is read of a syntax tree: any node may hold others under any name. */
interface Node {
  readonly type?: unknown;
  readonly [name: string]: unknown;
}

/** The addresses of all pages, as `web/src/app/App.tsx` has them, such as `/recipes/:id`. */
export function appRoutes(): string[] {
  const file = join(root, 'web/src/app/App.tsx');
  return [...new Set(routesIn(parseFileSync(file, { syntax: 'typescript', tsx: true }), ''))];
}

function routesIn(value: unknown, above: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => routesIn(one, above));
  if (!isNode(value)) return [];
  const route = value.type === 'JSXElement' ? asRoute(value) : undefined;
  if (!route) return Object.values(value).flatMap((one) => routesIn(one, above));
  const path = route.path === undefined ? above : `${above}/${route.path.replace(/^\//, '')}`;
  const below = routesIn(value['children'], path);
  return below.length === 0 ? [path || '/'] : below;
}

/** A `<Route>`; its `path` is absent for layouts and for index pages. */
function asRoute({ opening }: Node): { path?: string } | undefined {
  if (!isNode(opening) || !isNode(opening['name']) || opening['name']['value'] !== 'Route') {
    return undefined;
  }
  const attributes = opening['attributes'] as readonly Node[];
  const path = attributes.find(({ name }) => isNode(name) && name['value'] === 'path')?.['value'];
  return isNode(path) && typeof path['value'] === 'string' ? { path: path['value'] } : {};
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
