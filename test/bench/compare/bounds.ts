/** How much more than what is kept a count may be: the larger of a share of it and so many a request. */
interface Bound {
  readonly share: number;
  readonly each: number;
}

/** System calls vary by what comes together in one read, and by what is done anyway. */
const systemCalls: Bound = { share: 0.15, each: 2 };
/** Numbers in headers and ids are not always of the same length. */
const bytes: Bound = { share: 0.01, each: 2 };
/** A probe or a timer may fall into the time that was counted. */
const others: Bound = { share: 0.02, each: 0.2 };

/** The most that a count may be. */
export function mostOf(name: string, kept: number): number {
  const { share, each } = boundOf(name);
  return kept + Math.max(kept * share, each);
}

function boundOf(name: string): Bound {
  if (name.startsWith('system calls')) return systemCalls;
  return name.startsWith('bytes') ? bytes : others;
}
