import { createHash } from 'node:crypto';
import type { Reply } from './endpoint.ts';

/** A thing that is answered whole. */
interface Whole {
  readonly id: string;
  readonly version: number;
}

/**
 * An answer with a whole thing; its ETag is its version.
 * @param list path of the things of its kind, for `Location`.
 * @param joined what is shown with it but changes without it, such as the titles of recipes.
 */
export function wholeReply(
  status: 200 | 201,
  body: Whole,
  list: string,
  joined: readonly object[] = [],
): Reply {
  const headers = { ETag: etagOf(body.version, joined) };
  if (status === 200) return { status, body, headers };
  return { status, body, headers: { ...headers, Location: `${list}/${body.id}` } };
}

/**
 * `"7"`, or `"7+a1b2c3d4e5f6"` with a hash of what was joined: when a recipe is renamed, a client
 * that asks with `If-None-Match` must not be told that nothing has changed. `If-Match` reads the
 * version alone.
 */
function etagOf(version: number, joined: readonly object[]): string {
  if (joined.length === 0) return `"${version}"`;
  const hash = createHash('sha256').update(JSON.stringify(joined)).digest('hex');
  return `"${version}+${hash.slice(0, 12)}"`;
}
