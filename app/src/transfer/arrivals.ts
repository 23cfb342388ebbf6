import { idsHere } from './identity.ts';
import type { TransferNode } from './resource.ts';
import type { Restoring } from './restoring.ts';

/** A thing from a file that is about to be stored. */
export interface Arrival<F> {
  readonly node: TransferNode;
  readonly fields: F;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is known of a thing that is here. */
export interface Present {
  readonly id: string;
  /** What a person knows it by, such as its title. */
  readonly label: string;
  readonly createdAt: Date;
}

/** How things of one kind are found among those of the owner. */
export interface Lookup<F> {
  label(fields: F): string;
  byIds(ids: readonly string[]): Promise<readonly Present[]>;
  /** Those with one of the labels that were made at one of the moments. */
  alike(labels: readonly string[], moments: readonly Date[]): Promise<readonly Present[]>;
}

/** An arrival, the id that it has here, and whether it is new. */
export interface Settled<F> {
  readonly arrival: Arrival<F>;
  readonly id: string;
  readonly isNew: boolean;
}

/** An arrival with the dates of its node. */
export function arrivalOf<F>(node: TransferNode, fields: F): Arrival<F> {
  const createdAt = dateOf(node['dateCreated'], new Date());
  return { node, fields, createdAt, updatedAt: dateOf(node['dateModified'], createdAt) };
}

/**
 * Finds out which arrivals are here already: those with the same id, and those that went another way,
 * through another account, known by their label and the moment at which they were made.
 */
export async function settle<F>(
  arrivals: readonly Arrival<F>[],
  { owner, claimed }: Restoring,
  lookup: Lookup<F>,
): Promise<Settled<F>[]> {
  const ids = arrivals.map(({ node }) => idsHere(owner, node));
  const present = new Set((await lookup.byIds(ids.flat())).map(({ id }) => id));
  const known = ids.map((candidates) => candidates.find((id) => present.has(id)));
  for (const id of known) if (id !== undefined) claimed.add(id);

  const unknown = arrivals.filter((_, at) => known[at] === undefined);
  const alike = Map.groupBy(
    unknown.length === 0
      ? []
      : await lookup.alike(
          unknown.map(({ fields }) => lookup.label(fields)),
          unknown.map(({ createdAt }) => createdAt),
        ),
    ({ label, createdAt }) => likeness(label, createdAt),
  );
  return arrivals.map((arrival, at) => {
    const same = alike.get(likeness(lookup.label(arrival.fields), arrival.createdAt)) ?? [];
    const found = known[at] ?? same.find(({ id }) => !claimed.has(id))?.id;
    const id = found ?? ids[at]?.at(-1) ?? '';
    // The same thing twice in one file is there already when it comes again.
    const isNew = found === undefined && !claimed.has(id);
    claimed.add(id);
    return { arrival, id, isNew };
  });
}

function likeness(label: string, createdAt: Date): string {
  return `${createdAt.getTime()} ${label}`;
}

/** A date that has been; `standard` for anything else. */
function dateOf(value: unknown, standard: Date): Date {
  const time = typeof value === 'string' && value.length < 40 ? Date.parse(value) : Number.NaN;
  return time >= 0 && time <= Date.now() ? new Date(time) : standard;
}
