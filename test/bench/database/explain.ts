import type { Connection, mongo } from 'mongoose';
import type { Command } from './commands.ts';

/** What the database looked at to answer; `undefined` where it does not tell. */
export interface Examined {
  readonly keys: number | undefined;
  readonly documents: number | undefined;
}

/** Longest for one explanation: the embedded server runs the command with every plan, milliseconds. */
const patience = 2000;

/** Explains commands, all together. What takes too long to explain stays unknown. */
export async function examinedBy(
  { db }: Connection,
  commands: readonly Command[],
): Promise<Examined> {
  const plans: mongo.Document[] = [];
  for (const { command } of commands) {
    const { lsid: _, $db: __, $clusterTime: ___, ...explained } = command;
    const plan = await db
      ?.command({ explain: explained, verbosity: 'executionStats', maxTimeMS: patience })
      .catch(() => undefined);
    if (!plan) return { keys: undefined, documents: undefined };
    plans.push(plan);
  }
  return { keys: sumOf(plans, 'totalKeysExamined'), documents: sumOf(plans, 'totalDocsExamined') };
}

function sumOf(plans: readonly mongo.Document[], field: string): number | undefined {
  const told = plans.flatMap(({ executionStats }): unknown[] => executionStats?.[field] ?? []);
  if (told.length === 0) return undefined;
  return told.reduce<number>((sum, value) => sum + Number(value), 0);
}
