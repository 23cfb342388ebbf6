import type { Change, ItemEdit } from '../types.ts';
import type { Waiting } from './database.ts';

/** Changes to send in one request, and the numbers of those that are done with when it is answered. */
export interface Batch {
  readonly listId: string;
  readonly changes: readonly Change[];
  readonly numbers: readonly number[];
}

/**
 * What to send next, of the list whose changes have waited longest. Of what was done to one item only what still
 * counts is sent: the server takes no moment later than its own, so two values that a fast clock has set to one
 * field could meet there as if they were set at once. For the same reason edits of an item that is new wait for
 * the request after the one that adds it.
 * @param mostItems items in one request.
 */
export function nextBatch(waiting: readonly Waiting[], mostItems: number): Batch | undefined {
  const listId = waiting[0]?.listId;
  if (listId === undefined) return undefined;
  const ofList = waiting.filter((one) => one.listId === listId);
  const byItem = Map.groupBy(ofList, ({ change }) => change.itemId);
  const parts = [...byItem.values()].slice(0, mostItems).map(partOf);
  return {
    listId,
    changes: parts.flatMap(({ changes }) => changes),
    numbers: parts.flatMap(({ numbers }) => numbers),
  };
}

/** What to send of the changes to one item. */
function partOf(waiting: readonly Waiting[]): Omit<Batch, 'listId'> {
  const numbers = waiting.map(({ number }) => number);
  const removal = waiting.find(({ change }) => change.kind === 'remove');
  if (removal) return { changes: [removal.change], numbers };
  const addition = waiting.find(({ change }) => change.kind === 'add');
  if (addition) return { changes: [addition.change], numbers: [addition.number] };
  return { changes: stillCounting(waiting.map(({ change }) => change)), numbers };
}

/** Edits without the fields that later ones set anew. */
function stillCounting(changes: readonly Change[]): Change[] {
  const setLater = new Set<string>();
  const kept: Change[] = [];
  for (const change of changes.toReversed()) {
    if (change.kind !== 'edit') continue;
    const fields = Object.entries(change.fields).filter(([name]) => !setLater.has(name));
    for (const [name] of fields) setLater.add(name);
    if (fields.length > 0)
      kept.unshift({ ...change, fields: Object.fromEntries(fields) as ItemEdit });
  }
  return kept;
}
