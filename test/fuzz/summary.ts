import type { Answers } from './schemathesis.ts';

/** It fetches from public addresses, and a machine that is tried out may have no way there. */
const cannotSucceed = new Set(['POST /api/recipes/{id}/image', 'POST /api/recipes/import/image']);

/** What a run came to. */
export interface Summary {
  readonly cases: number;
  readonly operations: number;
  /** Operations that never succeeded, with how they were answered. */
  readonly neverDone: readonly string[];
}

export function summaryOf(operations: readonly string[], answers: Answers): Summary {
  const neverDone = operations.filter(
    (operation) => !cannotSucceed.has(operation) && !succeeded(answers[operation]),
  );
  return {
    cases: casesIn(answers),
    operations: operations.length,
    neverDone: neverDone.map((operation) => `${operation}: ${statuses(answers[operation])}`),
  };
}

/** How far a run is, in a line. */
export function progressLine(
  operations: readonly string[],
  answers: Answers,
  since: number,
): string {
  const done = operations.filter((operation) => succeeded(answers[operation])).length;
  const seconds = Math.round((performance.now() - since) / 1000);
  return `${seconds} s: ${casesIn(answers)} requests, ${done} of ${operations.length} operations have succeeded`;
}

/** The part of what Schemathesis printed that tells of failures, each with a curl line. */
export function failuresIn(output: string): string {
  const [, failures = ''] =
    /={5,} (?:FAILURES|ERRORS) ={5,}\n([\s\S]*?)\n={5,} (?:WARNINGS|SUMMARY) /.exec(output) ?? [];
  return failures.trim();
}

function casesIn(answers: Answers): number {
  const counts = Object.values(answers).flatMap((ofOperation) => Object.values(ofOperation));
  return counts.reduce((sum, count) => sum + count, 0);
}

function succeeded(statusCounts: Answers[string] = {}): boolean {
  return Object.keys(statusCounts).some((status) => status.startsWith('2'));
}

function statuses(counts: Answers[string] = {}): string {
  const texts = Object.entries(counts).map(([status, count]) => `${count} times ${status}`);
  return texts.join(', ') || 'never asked';
}
