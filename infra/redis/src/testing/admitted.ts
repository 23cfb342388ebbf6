import { randomUUID } from 'node:crypto';
import { limit, type TestRatelimit } from './ratelimit.ts';
import { soon } from './soon.ts';

/** All at once take their time on a busy machine, and how long is not what is asked here; milliseconds. */
const patience = 20_000;

/** How many of half as many requests again as the limit allows come through, all at once, over all services. */
export async function admitted(
  services: readonly TestRatelimit[],
  client: string,
): Promise<number> {
  const all = Array.from({ length: 1.5 * limit }, async (_, at) => {
    const service = services[at % services.length];
    return (await service?.count(client, patience))?.allowed;
  });
  return (await Promise.all(all)).filter(Boolean).length;
}

/**
 * Waits until the services count again whatever they are asked. A service learns that a connection was
 * closed when it uses it, so after the first success some more requests can fail.
 */
export async function countingAgain(services: readonly TestRatelimit[]): Promise<void> {
  for (const service of services) {
    const client = `probe-${randomUUID()}`;
    await soon('the service counts again', async () => {
      await Promise.all(Array.from({ length: limit }, () => service.count(client)));
      return true;
    });
  }
}
