import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort, Program } from '@recipe-book/test/program';

/** A database for one test file. */
export interface TestDatabase {
  readonly uri: string;
  stop(): Promise<void>;
}

/** The one at TEST_MONGODB_URI, under a name of its own, else one that is started for the purpose. */
export async function startDatabase(): Promise<TestDatabase> {
  const shared = process.env['TEST_MONGODB_URI'];
  if (!shared) return startOwnDatabase();
  const url = new URL(shared);
  url.pathname = `/test-${randomUUID()}`;
  return { uri: url.href, stop: async () => {} };
}

/**
 * Starts one that the test may stop and start again.
 * @param port for a second start on the same address; else any free one.
 * @param cacheSize memory that the embedded server may take; little, since many tests run at once.
 */
export async function startOwnDatabase(port?: number, cacheSize = '64M'): Promise<TestDatabase> {
  const used = port ?? (await freePort());
  const folder = await mkdtemp(join(tmpdir(), 'recipe-book-db-'));
  const program = isOnPath('secantusd-rs')
    ? await Program.start(
        'secantusd-rs',
        ['--port', String(used), '--storage-path', folder, '--cache-size', cacheSize],
        /listening on/,
      )
    : await Program.start(
        'mongod',
        ['--port', String(used), '--dbpath', folder, '--bind_ip', '127.0.0.1'],
        /Waiting for connections/,
      );
  return {
    uri: `mongodb://127.0.0.1:${used}/test`,
    async stop() {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isOnPath(name: string): boolean {
  const folders = process.env['PATH']?.split(delimiter) ?? [];
  return folders.some((folder) => existsSync(join(folder, name)));
}
