import type { Outcome, Result } from './converge/converge.ts';

const inDryRun: Partial<Record<Outcome, string>> = {
  created: 'to create',
  changed: 'to change',
  removed: 'to remove',
};

/** One line for each thing. */
export function table(results: readonly Result[], dryRun: boolean): string[] {
  const rows = results.map(({ kind, name, outcome, detail }) => [
    kind,
    name,
    (dryRun && inDryRun[outcome]) || outcome,
    detail,
  ]);
  const widths = [0, 1, 2].map((at) => Math.max(0, ...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** How many things came to what. */
export function summary(results: readonly Result[], dryRun: boolean): string {
  const counts = Map.groupBy(results, ({ outcome }) => (dryRun && inDryRun[outcome]) || outcome);
  return `${[...counts].map(([outcome, all]) => `${all.length} ${outcome}`).join(', ')}.`;
}
