import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Ports that a stack of three instances spans. */
const span = 300;

/** An ingress port from which on a whole stack finds its ports free. */
export async function freeIngressPort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const base = randomInt(20, 290) * 100;
    const probes = Array.from({ length: span }, (_, offset) => isFree(base + offset));
    if ((await Promise.all(probes)).every(Boolean)) return base;
  }
  throw new Error('No 300 free ports in a row were found below 29300.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
