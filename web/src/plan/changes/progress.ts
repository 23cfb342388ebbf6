import type { Change, Part, Step } from './change.ts';

interface Progress {
  /** What is left of each step, once something was saved. */
  readonly left?: readonly Step[];
  /** Sent, but nobody knows whether it arrived. */
  readonly doubt?: Part | undefined;
  /** True once it was given up, until it is tried again. */
  readonly isGivenUp?: boolean;
}

// A change of two plans can be saved in one and fail in the other: whoever tries again must do only the rest.
const all = new WeakMap<Change, Progress>();

/** What is still to be saved of a change. What takes back a change that failed takes back the part that was saved. */
export function leftOf(change: Change): Change {
  return { ...change, steps: stepsLeft(change) };
}

/** What was sent of a change without an answer. */
export function doubtOf(change: Change): Part | undefined {
  return all.get(change)?.doubt;
}

/** Notes that a plan has its part of a change. */
export function markSaved(change: Change, { halves }: Part): void {
  const left = stepsLeft(change).map(({ from, to }, at) => {
    const isDone = (side: keyof Step) =>
      halves.some((half) => half.step === at && half.side === side);
    return { ...(from && !isDone('from') && { from }), ...(to && !isDone('to') && { to }) };
  });
  note(change, { left, doubt: undefined });
}

/** Notes that a part was sent and no answer came. */
export function markDoubtful(change: Change, doubt: Part): void {
  note(change, { doubt });
}

/** Notes that a change has failed, or that it is tried again. */
export function markGivenUp(change: Change, isGivenUp: boolean): void {
  note(change, { isGivenUp });
}

function stepsLeft(change: Change): readonly Step[] {
  const { steps, undoes } = change;
  const left = all.get(change)?.left;
  if (left || !undoes || !all.get(undoes)?.isGivenUp) return left ?? steps;
  const undone = stepsLeft(undoes);
  // What was put is taken, and what was taken is put.
  return steps.map(({ from, to }, at) => ({
    ...(from && !undone[at]?.to && { from }),
    ...(to && !undone[at]?.from && { to }),
  }));
}

function note(change: Change, news: Progress): void {
  all.set(change, { ...all.get(change), ...news });
}
