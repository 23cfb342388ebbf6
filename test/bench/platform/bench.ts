import { join } from 'node:path';
import { ensureTools, pathOf } from '@recipe-book/tools';
import { root } from '../../src/root.ts';
import { startBackend } from '../stack/backend.ts';
import { contenders } from './contenders.ts';
import { makeData } from './data.ts';
import { endpoints, sizes } from './endpoints.ts';
import { measure } from './measure.ts';
import { summary, writeReport } from './report.ts';
import { startComparedStack } from './stack.ts';

/**
 * The platform against the same API in one process, with the same telemetry; as limits, the app alone and bare
 * `node:http`. ROUNDS=3 and SECONDS=1.5 say how much is measured, ENDPOINTS='list,429' what, KEPT=1 which share of the
 * traces is kept.
 */
export async function run(): Promise<void> {
  const { ROUNDS = '3', SECONDS = '1', KEPT = '1', ENDPOINTS } = process.env;
  const effort = { rounds: Number(ROUNDS), seconds: Number(SECONDS) };
  const wanted = ENDPOINTS?.split(',') ?? endpoints.map(({ name }) => name);
  const chosen = wanted.map((name) => {
    const found = endpoints.find((one) => one.name === name);
    if (found) return found;
    const known = endpoints.map((one) => one.name).join(', ');
    throw new Error(`There is no endpoint "${name}": there are ${known}.`);
  });
  const pairs = chosen.flatMap((endpoint) =>
    contenders
      .filter(({ limits }) => limits || !endpoint.refused)
      .map((contender) => [contender, endpoint] as const),
  );
  const vegeta = pathOf(await ensureTools('bench', { env: process.env }), 'vegeta');
  const backend = await startBackend();
  try {
    const stack = await startComparedStack(backend.url, Number(KEPT));
    try {
      const data = await makeData(stack.ingress, sizes);
      const measured = await measure({ stack, data, vegeta }, pairs, effort);
      const path = writeReport(
        join(root, '.run', 'bench', 'platform'),
        measured,
        effort,
        Number(KEPT),
      );
      console.log(`${summary(measured)}\n\nReport: ${path}`);
    } finally {
      await stack.stop();
    }
  } finally {
    backend.stop();
  }
}
