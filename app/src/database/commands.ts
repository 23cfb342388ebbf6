import type { mongo } from 'mongoose';

/** Commands that ask for documents or change them. */
const queries = new Set([
  'aggregate',
  'count',
  'delete',
  'distinct',
  'find',
  'findAndModify',
  'getMore',
  'insert',
  'update',
]);

/** Such a command that the database has answered, or not. */
export interface FinishedCommand {
  /** Such as `find`. */
  readonly name: string;
  readonly collection: string;
  readonly database: string;
  readonly command: mongo.Document;
  /** Server that it was sent to, such as `10.0.0.1:27017`. */
  readonly address: string;
  /** From sending to the answer, milliseconds. */
  readonly duration: number;
  /** Why it failed. */
  readonly error: Error | undefined;
}

/**
 * Tells of every query and every write when it is over. The driver calls from within what sent the command, so
 * its request is the current one.
 */
export function watchCommands(
  client: mongo.MongoClient,
  onEnd: (finished: FinishedCommand) => void,
): void {
  const open = new Map<number, Omit<FinishedCommand, 'duration' | 'error'> & { start: number }>();

  function end(requestId: number, error: Error | undefined): void {
    const sent = open.get(requestId);
    if (!sent) return;
    open.delete(requestId);
    const { start, ...rest } = sent;
    onEnd({ ...rest, duration: performance.now() - start, error });
  }

  client.on(
    'commandStarted',
    ({ requestId, commandName: name, command, databaseName, address }) => {
      if (!queries.has(name)) return;
      const collection = collectionOf(name, command);
      open.set(requestId, {
        name,
        collection,
        database: databaseName,
        command,
        address,
        start: performance.now(),
      });
    },
  );
  client.on('commandSucceeded', ({ requestId }) => end(requestId, undefined));
  client.on('commandFailed', ({ requestId, failure }) => end(requestId, failure));
}

/** A command has the collection as the value of its name, but for the batches of a cursor. */
function collectionOf(name: string, command: mongo.Document): string {
  return String(name === 'getMore' ? command['collection'] : command[name]);
}
