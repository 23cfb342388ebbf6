import type { Database } from '../../../app/src/database/connection.ts';
import type { Command } from './commands.ts';

/** What the database looked at to answer; `undefined` where it does not tell. */
export interface Examined {
  readonly keys: number | undefined;
  readonly documents: number | undefined;
}

type Plan = Readonly<Record<string, unknown>>;

/** Longest for one explanation: the embedded server runs the command with every plan, milliseconds. */
const patience = 2000;

/** Explains commands, all together. What takes too long to explain stays unknown. */
export async function examinedBy(
  { connection: { db } }: Database,
  commands: readonly Command[],
): Promise<Examined> {
  const plans: Plan[] = [];
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

function sumOf(plans: readonly Plan[], field: string): number | undefined {
  const told = plans.flatMap(({ executionStats }) => {
    const value = (executionStats as Plan | undefined)?.[field];
    return value === undefined ? [] : [Number(value)];
  });
  if (told.length === 0) return undefined;
  return told.reduce((sum, value) => sum + value, 0);
}
