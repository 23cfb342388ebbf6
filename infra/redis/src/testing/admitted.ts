import { randomUUID } from 'node:crypto';
import { limit, type TestRatelimit } from './ratelimit.ts';
import { soon } from './soon.ts';

/**
 * Requests under way at a time. More than a busy machine can do in the second that each may take would tell of the
 * machine, and not of counting.
 */
const atOnce = 50;

/** How many of half as many requests again as the limit allows come through, many at once, over all services. */
export async function admitted(
  services: readonly TestRatelimit[],
  client: string,
): Promise<number> {
  const requests = Array.from({ length: 1.5 * limit }).keys();
  await Promise.all(
    services.map((service) => service.connect(Math.ceil(atOnce / services.length))),
  );
  let through = 0;
  const sender = async () => {
    for (const at of requests) {
      const service = services[at % services.length];
      if ((await service?.count(client))?.allowed) through += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return through;
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
