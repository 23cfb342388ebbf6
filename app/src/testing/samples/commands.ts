import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { TestApp } from '../app.ts';
import { type Operation, send } from './operations.ts';
import type { SampleRequest } from './sample.ts';
import type { Owner } from './things.ts';

/** A command that an operation sent to the database. */
export interface SentCommand {
  /** Such as `get /api/recipes`. */
  readonly operation: string;
  /** Such as `find`. */
  readonly name: string;
  readonly collection: string;
  readonly command: mongo.Document;
}

const stage = z.object({ stage: z.string(), indexName: z.string().optional() });
export type Stage = z.output<typeof stage>;

/** Not sent because of a request. */
const housekeeping = new Set(['endSessions', 'hello', 'ping']);
/** What the driver adds to a command, and what explain does not take. */
const additions = new Set([
  '$clusterTime',
  '$db',
  '$readPreference',
  'lsid',
  'maxTimeMS',
  'txnNumber',
]);

/** Listens to what goes to the database, by the driver's own account. */
export class CommandRecorder {
  readonly #app: TestApp;
  #sent: Omit<SentCommand, 'operation'>[] = [];

  constructor(app: TestApp) {
    this.#app = app;
    app.database.connection.getClient().on('commandStarted', ({ commandName: name, command }) => {
      if (housekeeping.has(name)) return;
      const collection = String(name === 'getMore' ? command['collection'] : command[name]);
      this.#sent.push({ name, collection, command });
    });
  }

  /** The commands that one request leads to, also those after its answer. */
  async during(
    { name, endpoint, sample }: Operation,
    request: SampleRequest,
    owner: Owner,
  ): Promise<SentCommand[]> {
    return this.of(name, async () => {
      const { status } = await send(this.#app, endpoint, request, owner.headers);
      if (status !== sample.status) throw new Error(`${name} answered ${status}.`);
    });
  }

  /** The commands that some work leads to, also those after its end. */
  async of(operation: string, work: () => Promise<unknown>): Promise<SentCommand[]> {
    this.#sent = [];
    await work();
    await this.#app.settled();
    return this.#sent.map((each) => ({ operation, ...each }));
  }
}

/** How the database would carry a command out: every stage of the plan, however deep it lies. */
export async function planOf(app: TestApp, { command }: SentCommand): Promise<Stage[]> {
  const asked = Object.entries(command).filter(([name]) => !additions.has(name));
  const explained = await app.database.connection.db?.command({
    explain: Object.fromEntries(asked),
    verbosity: 'queryPlanner',
  });
  return stagesOf(explained);
}

function stagesOf(plan: unknown): Stage[] {
  if (plan === null || typeof plan !== 'object') return [];
  const own = stage.safeParse(plan).data;
  return [...(own ? [own] : []), ...Object.values(plan).flatMap(stagesOf)];
}
