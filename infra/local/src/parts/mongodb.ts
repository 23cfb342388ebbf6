import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sharedPorts } from '../ports.ts';
import type { StackInput } from '../stack-input.ts';
import type { Part } from '../supervisor/index.ts';
import { sharedNames } from './names.ts';

/** `mongod` when it is on the PATH, else the embedded server that speaks its protocol. */
export function mongodbPart({ settings, paths, tools }: StackInput): Part {
  const port = sharedPorts(settings.INGRESS_PORT).mongodb;
  const mongod = tools['mongod'];
  // The two keep different files, so each has a folder of its own.
  const dataDir = join(paths.data, mongod ? 'mongod' : 'mongodb');
  mkdirSync(dataDir, { recursive: true });
  return {
    name: sharedNames.mongodb,
    command: mongod ?? tools['secantusd-rs'] ?? 'secantusd-rs',
    args: mongod
      ? ['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', dataDir]
      : // Else what was written a moment before it is killed may be gone, whatever a client asks for.
        ['--port', String(port), '--storage-path', dataDir, '--sync-on-commit'],
    env: {},
    ports: [{ port, what: 'MongoDB' }],
    ready: { tcp: { port } },
  };
}

/** The database that `mongodbPart` serves. */
export function embeddedMongodbUri(ingressPort: number): string {
  return `mongodb://127.0.0.1:${sharedPorts(ingressPort).mongodb}/recipe-book`;
}
