import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Of X11: browsers open no page there. Of those that they refuse it is the only one an ingress could get. */
const refused = 6000;

/** An ingress port from which on a whole stack finds its ports free. */
export async function freeIngressPort(instances = 3): Promise<number> {
  const span = instances * 100;
  for (let attempt = 0; attempt < 50; attempt++) {
    const base = randomInt(20, 290) * 100;
    const probes = Array.from({ length: span }, (_, offset) => isFree(base + offset));
    if ((await Promise.all(probes)).every(Boolean)) return base;
  }
  throw new Error(`No ${span} free ports in a row were found below 29500.`);
}

function isFree(port: number): Promise<boolean> {
  if (port === refused) return Promise.resolve(false);
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
