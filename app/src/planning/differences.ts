import { isDeepStrictEqual } from 'node:util';

/** What makes one thing into another, as an update of the database says it. */
export interface Differences {
  /** New values by path: `name`, `items.3`. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Fields to take away. */
  readonly unset: readonly string[];
}

/**
 * What differs between two things: whole fields, but of a list that stays as long only the elements that differ.
 * Mongoose checks all that is set, and for a long list that takes longer than all the rest of a change.
 * @param names of the fields to look at.
 */
export function differences(before: object, after: object, names: readonly string[]): Differences {
  const old = new Map<string, unknown>(Object.entries(before));
  const wanted = new Map<string, unknown>(Object.entries(after));
  const changed = names.filter((name) => !isDeepStrictEqual(old.get(name), wanted.get(name)));
  const given = changed.filter((name) => wanted.get(name) !== undefined);
  return {
    set: Object.fromEntries(
      given.flatMap((name) => changes(name, old.get(name), wanted.get(name))),
    ),
    unset: changed.filter((name) => wanted.get(name) === undefined),
  };
}

function changes(name: string, before: unknown, after: unknown): [string, unknown][] {
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) {
    return [[name, after]];
  }
  const elements = after.map((element, index): [string, unknown] => [`${name}.${index}`, element]);
  return elements.filter(([, element], index) => !isDeepStrictEqual(before[index], element));
}
