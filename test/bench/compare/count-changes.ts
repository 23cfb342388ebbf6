import { eachOf } from '../each-of.ts';
import { mostOf } from './bounds.ts';
import { comparedKinds } from './compared-kinds.ts';
import type { CountsByKind } from './counts.ts';

export interface ComparedCounts {
  readonly old: CountsByKind;
  readonly now: CountsByKind;
  /** None at all before the first time. */
  readonly kept: CountsByKind | undefined;
}

/** A count that differs by more than `bounds.ts` allows from the commit's, or from the one that is kept. */
export interface CountChange {
  /** Kind of requests, and what is counted. */
  readonly what: string;
  readonly old: number;
  readonly now: number;
  /** None for what is not kept. */
  readonly kept: number | undefined;
  readonly worse: boolean;
  /** Whether something is said no more that was said before: it may be better, or lost. */
  readonly saidLess: boolean;
}

const systemCalls = 'system calls';
/** What tells of a request. */
const telemetry = ['spans', 'log lines'];

/** Whether they could be counted. */
export function hasSystemCalls(counts: CountsByKind): boolean {
  return comparedKinds.some((kind) => Object.keys(counts[kind]).some(isSystemCalls));
}

/** Without system calls, which differ from one kernel to the next: the commit's alone tell what they should be. */
export function toKeep(counts: CountsByKind): CountsByKind {
  const keep = (kind: keyof CountsByKind) =>
    Object.fromEntries(Object.entries(counts[kind]).filter(([name]) => !isSystemCalls(name)));
  return eachOf(comparedKinds, keep);
}

export function countChanges({ old, now, kept }: ComparedCounts): CountChange[] {
  return comparedKinds.flatMap((kind) => {
    const names = new Set([old, now, kept ?? now].flatMap((all) => Object.keys(all[kind])));
    return [...names].flatMap((name) => {
      const [before, after] = [old[kind][name] ?? 0, now[kind][name] ?? 0];
      // What is counted and not kept is new, and so more than before.
      const held = kept && !isSystemCalls(name) ? (kept[kind][name] ?? 0) : undefined;
      const against = held === undefined ? [before] : [before, held];
      const worse = against.some((bound) => after > mostOf(name, bound));
      const less = against.some((bound) => bound > mostOf(name, after));
      if (!worse && !less) return [];
      const saidLess = less && telemetry.some((what) => name.startsWith(what));
      return [{ what: `${kind}: ${name}`, old: before, now: after, kept: held, worse, saidLess }];
    });
  });
}

function isSystemCalls(name: string): boolean {
  return name.startsWith(systemCalls);
}
