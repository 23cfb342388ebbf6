import type { Part } from './part.ts';
import { SupervisorError } from './supervisor-error.ts';

/** Refuses names that are used twice or unknown, and parts that wait for each other. */
export function checkGraph(parts: readonly Part[]): void {
  const byName = new Map<string, Part>();
  for (const part of parts) {
    if (byName.has(part.name)) throw new SupervisorError(`Two parts are called "${part.name}".`);
    byName.set(part.name, part);
  }
  const done = new Set<string>();
  const visit = (part: Part, way: readonly string[]): void => {
    if (done.has(part.name)) return;
    if (way.includes(part.name)) {
      throw new SupervisorError(`Parts wait for each other: ${[...way, part.name].join(' → ')}.`);
    }
    for (const name of part.after ?? []) {
      const before = byName.get(name);
      if (!before)
        throw new SupervisorError(`"${part.name}" starts after "${name}", which is no part.`);
      visit(before, [...way, part.name]);
    }
    done.add(part.name);
  };
  for (const part of parts) visit(part, []);
}

/**
 * Runs `work` for every part as soon as it is done for the parts that `before` names; the others
 * run at the same time. Rejects with the first failure, when nothing runs any more.
 */
export async function inOrder(
  parts: readonly Part[],
  before: (part: Part) => readonly string[],
  work: (part: Part) => Promise<void>,
): Promise<void> {
  const runs = new Map<string, Promise<void>>();
  const run = (part: Part): Promise<void> => {
    const known = runs.get(part.name);
    if (known) return known;
    const wanted = parts.filter((other) => before(part).includes(other.name));
    const started = Promise.all(wanted.map(run)).then(() => work(part));
    runs.set(part.name, started);
    return started;
  };
  const results = await Promise.allSettled(parts.map(run));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** The names of the parts that start after this one, and so stop before it, unless they stop with it. */
export function dependents(parts: readonly Part[], name: string): string[] {
  return parts
    .filter(({ after, stopsWith }) => after?.includes(name) && !stopsWith?.includes(name))
    .map((part) => part.name);
}
