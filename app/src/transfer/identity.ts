import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TransferNode } from './resource.ts';

/** `@id` of a thing of ours: the kind and the id. */
export function urn(kind: string, id: string): string {
  return `urn:recipe-book:${kind}:${id}`;
}

/** How a recipe is pointed to. */
export function recipeUrn(id: string): string {
  return urn('recipe', id);
}

const ownUrn = /^urn:recipe-book:[a-z-]{1,40}:([0-9a-f]{24})$/;

/** Longest `@id` that anything can point to, characters. */
const maxId = 2048;

/** What points to a recipe: its `@id`. */
export const recipeReference = z.string().min(1).max(maxId);

/** `@id` of a node, when it has one that can be pointed to. */
export function idOf(node: TransferNode): string | undefined {
  const id = node['@id'];
  return typeof id === 'string' && id.length <= maxId ? id : undefined;
}

/**
 * Ids under which a thing of a file may be here: its own, when the file comes from this account, and
 * one that is made of what names it. The latter is the same whenever the user imports the thing, so a
 * repeated import finds it, and another for each user. The last one is for a thing that is new.
 */
export function idsHere(owner: string, node: TransferNode): [...string[], string] {
  const id = idOf(node);
  if (id !== undefined && isGlobal(id)) return idsOfReference(owner, id);
  return [hashed(owner, JSON.stringify(node))];
}

/** The same for what something points to. */
export function idsOfReference(owner: string, id: string): [...string[], string] {
  const own = ownUrn.exec(id)?.[1];
  const made = hashed(owner, id);
  return own === undefined ? [made] : [own, made];
}

/** Whether an `@id` means the same in every file; `#soup` and `_:b0` do not. */
function isGlobal(id: string): boolean {
  return URL.canParse(id);
}

/** An id of the usual form; nobody finds a name that gives the id of somebody else's thing. */
function hashed(owner: string, name: string): string {
  return createHash('sha256').update(`${owner} ${name}`).digest('hex').slice(0, 24);
}
