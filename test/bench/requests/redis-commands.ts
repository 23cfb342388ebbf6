import { createClient } from 'redis';

/** How often each command was carried out. */
export type Commands = Readonly<Record<string, number>>;

/** What it takes to ask. */
const own: readonly string[] = ['info', 'hello', 'client|setinfo'];

/** What a Redis has carried out since it started (`INFO commandstats`). */
export async function redisCommands(port: number): Promise<Commands> {
  const client = createClient({ url: `redis://127.0.0.1:${port}` });
  await client.connect();
  try {
    const lines = (await client.info('commandstats')).matchAll(/^cmdstat_([^:]+):calls=(\d+)/gm);
    return Object.fromEntries(
      [...lines]
        .filter(([, name = '']) => !own.includes(name))
        .map(([, name = '', calls]) => [name, Number(calls)]),
    );
  } finally {
    await client.close();
  }
}
