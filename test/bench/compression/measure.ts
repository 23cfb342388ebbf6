import { Agent, request } from 'node:http';
import type { JsonObject } from '../../../infra/envoy/src/json.ts';
import { type Edge, startEdge } from '../../../infra/envoy/src/testing/edge.ts';
import { addCleanup } from '../cleanup.ts';
import { threadsCpuOf } from '../proc/cpu.ts';
import { median } from '../report/median.ts';
import type { Payload } from './payloads.ts';
import type { Way } from './ways.ts';

/** What one way makes of one payload. */
export interface Measured {
  /** Of the body, as clients get it. */
  readonly bytes: number;
  /** Processor time of Envoy for a response, more than for the same without compression: the median; microseconds. */
  readonly microseconds: number;
}

/** Of which the median is taken. */
export const rounds = 5;
/** Uncompressed bytes of a payload that are sent in one round. */
const perRound = 6_000_000;

/** Puts a library in the place of the product's own. */
function compressingBy({ library }: Way) {
  return (bootstrap: JsonObject): JsonObject =>
    JSON.parse(JSON.stringify(bootstrap), (name, value) =>
      name === 'compressor_library' ? library : value,
    );
}

/** Measures one way on every payload, with an Envoy of its own. */
export async function measure(way: Way, payloads: readonly Payload[]): Promise<Measured[]> {
  const edge = await startEdge(
    {},
    {
      answer: ({ url }, response) => {
        const payload = payloads[Number(url?.slice(1))];
        response.setHeader('content-type', payload?.type ?? '').end(payload?.body);
      },
      change: compressingBy(way),
    },
  );
  const stop = addCleanup(edge.stop);
  try {
    const results: Measured[] = [];
    for (const [at, { body }] of payloads.entries()) {
      const count = Math.round(Math.min(1000, Math.max(30, perRound / body.length)));
      let bytes = 0;
      const costs: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const plain = await cost(edge, `/${at}`, 'identity', count);
        const packed = await cost(edge, `/${at}`, way.encoding, count);
        costs.push(packed.microseconds - plain.microseconds);
        bytes = packed.bytes;
      }
      results.push({ bytes, microseconds: median(costs) });
    }
    return results;
  } finally {
    await stop();
  }
}

/** The same request many times, one after the other. */
async function cost(edge: Edge, path: string, encoding: string, count: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true });
  let bytes = await bytesOf(edge.port, path, encoding, agent);
  const before = threadsCpuOf(edge.pid);
  for (let at = 0; at < count; at++) bytes = await bytesOf(edge.port, path, encoding, agent);
  const microseconds = (threadsCpuOf(edge.pid) - before) / count;
  agent.destroy();
  return { bytes, microseconds };
}

function bytesOf(port: number, path: string, encoding: string, agent: Agent): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const headers = { 'accept-encoding': encoding };
  const asked = request({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
    const got = response.headers['content-encoding'] ?? 'identity';
    if (got !== encoding) reject(new Error(`Envoy answered by ${got}, not by ${encoding}.`));
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    response.on('end', () => resolve(bytes));
  });
  asked.on('error', reject);
  asked.end();
  return promise;
}
