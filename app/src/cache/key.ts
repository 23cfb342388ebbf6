import { createHash } from 'node:crypto';
import { version as release } from '../version.ts';

/** What an answer depends on. */
export interface Question {
  /** Such as `recipes`. */
  readonly kind: string;
  readonly owner: string;
  /** Of the owner's stamp. */
  readonly version: string;
  readonly query: object;
}

/**
 * The key under which the answer is kept. Its length does not depend on the question. Each release
 * has keys of its own, so none reads values of a shape that another one wrote.
 */
export function keyOf({ kind, owner, version, query }: Question): string {
  const fields = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const hash = createHash('sha256').update(JSON.stringify(fields)).digest('base64url');
  return [release, kind, owner, version, hash].join(':');
}
