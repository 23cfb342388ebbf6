import { randomUUID } from 'node:crypto';
import { limit, type TestRatelimit } from './ratelimit.ts';
import { soon } from './soon.ts';

/** How many of half as many requests again as the limit allows come through, all at once, over all services. */
export async function admitted(
  services: readonly TestRatelimit[],
  client: string,
): Promise<number> {
  const requests = 1.5 * limit;
  await Promise.all(
    services.map((service) => service.connect(Math.ceil(requests / services.length))),
  );
  await Promise.all(services.map(countForOthers));
  const all = Array.from({ length: requests }, async (_, at) => {
    const service = services[at % services.length];
    return (await service?.count(client))?.allowed;
  });
  return (await Promise.all(all)).filter(Boolean).length;
}

/** Has a service connect to whatever counts for it: like its callers' connections, these are no part of the second. */
async function countForOthers(service: TestRatelimit): Promise<void> {
  const clients = Array.from({ length: 10 }, () => `other-${randomUUID()}`);
  await Promise.all(clients.map((client) => service.count(client)));
}

/**
 * Waits until the services count again whatever they are asked: of so many clients each node of a cluster has some. A
 * service learns that a connection was closed when it uses it, so after the first success some more requests can fail.
 */
export async function countingAgain(services: readonly TestRatelimit[]): Promise<void> {
  for (const service of services) {
    await soon('the service counts again', async () => {
      const clients = Array.from({ length: limit }, () => `probe-${randomUUID()}`);
      await Promise.all(clients.map((client) => service.count(client)));
      return true;
    });
  }
}
