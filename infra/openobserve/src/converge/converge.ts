import { setTimeout as delay } from 'node:timers/promises';
import { AccessError, OpenObserveError } from '../client/errors.ts';
import type { Found, Kind } from './kind.ts';

export interface ConvergeOptions {
  /** Says what would be done, and does nothing. */
  readonly dryRun: boolean;
  /** Removes what this program made before and nobody wants any more, and second copies. */
  readonly prune: boolean;
  /** How long until what was written can be read back, milliseconds. */
  readonly settle: number;
}

export type Outcome = 'created' | 'changed' | 'same' | 'unwanted' | 'removed' | 'failed';

/** What became of one thing. */
export interface Result {
  readonly kind: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** What differs, or why it failed; empty when there is nothing to say. */
  readonly detail: string;
}

/** Writes can be lost although they were answered 200, so they are read back and written again. */
const rounds = 5;

/**
 * Brings everything to what is wanted, in the order of the kinds, which is that in which they need each
 * other; what goes, goes in the reverse order.
 * @throws AccessError when nothing can be done at all.
 */
export async function converge(
  kinds: readonly Kind[],
  options: ConvergeOptions,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const kind of kinds) results.push(...(await bringAbout(kind, options)));
  for (const kind of kinds.toReversed()) results.push(...(await tidy(kind, options)));
  return results;
}

async function bringAbout(kind: Kind, options: ConvergeOptions): Promise<Result[]> {
  const first = await differing(kind);
  const failures = new Map<string, string>();
  let left = options.dryRun ? [] : first;
  for (let round = 1; left.length > 0 && round <= rounds; round++) {
    failures.clear();
    for (const { name, found } of left) {
      const failure = await write(kind, name, found);
      if (failure) failures.set(name, failure.message);
    }
    await delay(options.settle);
    left = await differing(kind);
  }
  return [...kind.wanted.keys()].map((name) => {
    const lost = left.find((one) => one.name === name);
    if (lost) return result(kind, name, 'failed', failures.get(name) ?? notKept(lost));
    const before = first.find((one) => one.name === name);
    if (!before) return result(kind, name, 'same');
    return result(kind, name, before.found ? 'changed' : 'created', before.detail);
  });
}

function notKept({ detail }: Differing): string {
  return `OpenObserve does not keep what is set (${detail || 'it is not there'}): run this again.`;
}

interface Differing {
  readonly name: string;
  readonly found: Found | undefined;
  /** What differs, as paths. */
  readonly detail: string;
}

async function differing(kind: Kind): Promise<Differing[]> {
  const there = await kind.read();
  return [...kind.wanted].flatMap(([name, state]): Differing[] => {
    const found = there.find((one) => one.name === name);
    if (!found) return [{ name, found, detail: '' }];
    const paths = kind.differences(found, state);
    return paths.length === 0 ? [] : [{ name, found, detail: paths.join(', ') }];
  });
}

async function write(
  kind: Kind,
  name: string,
  found: Found | undefined,
): Promise<OpenObserveError | undefined> {
  const state = kind.wanted.get(name) ?? {};
  return expected(() => (found ? kind.change(found, state) : kind.create(name, state)));
}

/** What this program made and is not wanted, and whatever has a name that the one before it has already. */
async function tidy(kind: Kind, { dryRun, prune }: ConvergeOptions): Promise<Result[]> {
  if (!kind.remove) return [];
  const seen = new Set<string>();
  const results: Result[] = [];
  for (const found of await kind.read()) {
    const isCopy = seen.has(found.name);
    seen.add(found.name);
    if (!found.isOwn || (kind.wanted.has(found.name) && !isCopy)) continue;
    const detail = isCopy ? 'a second one of that name' : '';
    const failure = prune && !dryRun ? await expected(() => kind.remove?.(found)) : undefined;
    const outcome = failure ? 'failed' : prune ? 'removed' : 'unwanted';
    results.push(result(kind, found.name, outcome, failure?.message ?? detail));
  }
  return results;
}

/** An error that concerns one thing alone; the others are still seen to. */
async function expected(
  action: () => Promise<void> | undefined,
): Promise<OpenObserveError | undefined> {
  try {
    await action();
    return undefined;
  } catch (error) {
    if (error instanceof OpenObserveError && !(error instanceof AccessError)) return error;
    throw error;
  }
}

function result({ kind }: Kind, name: string, outcome: Outcome, detail = ''): Result {
  return { kind, name, outcome, detail };
}
