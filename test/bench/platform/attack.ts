import { z } from 'zod';
import { endedChildrenCpu } from '../proc/cpu.ts';
import type { Request } from './endpoints.ts';
import { runVegeta } from './vegeta.ts';

/** How hard a server is asked. */
export type Load =
  /** So many requests at once, the next as soon as one is answered. */
  | { readonly atOnce: number }
  /** So many a second, evenly, whether the ones before are answered or not. */
  | { readonly perSecond: number };

/** How it went. */
export interface Attack {
  readonly requests: number;
  /** Answers a second. */
  readonly throughput: number;
  /** How many answers had another status than the one expected. */
  readonly unexpected: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** From the first request to the last answer, without the start of vegeta; µs. */
  readonly took: number;
  /** Processor time of vegeta, µs. */
  readonly clientCpu: number;
  /**
   * From when a worker takes a request up to the end of its answer, milliseconds. At a steady rate there is always a
   * worker left, so that is when it is due, unless very many are under way.
   */
  readonly latency: { readonly p50: number; readonly p95: number; readonly p99: number };
}

const report = z.object({
  requests: z.int(),
  duration: z.number(),
  wait: z.number(),
  throughput: z.number(),
  rate: z.number(),
  status_codes: z.record(z.string(), z.int()),
  latencies: z.object({ '50th': z.number(), '95th': z.number(), '99th': z.number() }),
});

/** A request that is not answered in that time counts as failed; more at once than this are not sent. */
const patience = '10s';
const mostAtOnce = 2000;

/**
 * Sends the request again and again (vegeta). It runs in a process of its own, whose time is not that of the server.
 * @param vegeta path of the program.
 * @param seconds for how long.
 */
export async function attack(
  vegeta: string,
  request: Request,
  load: Load,
  seconds: number,
): Promise<Attack> {
  const { url, method = 'GET', headers, body, from, status } = request;
  const pace =
    'atOnce' in load
      ? { rate: '0', workers: load.atOnce, most: load.atOnce }
      : { rate: `${Math.max(1, Math.round(load.perSecond))}/1s`, workers: 16, most: mostAtOnce };
  const target = {
    method,
    url,
    header: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    ...(body !== undefined && { body: Buffer.from(body).toString('base64') }),
  };
  const options = [
    '-format=json',
    `-rate=${pace.rate}`,
    `-workers=${pace.workers}`,
    `-max-workers=${pace.most}`,
    `-connections=${pace.most}`,
    `-duration=${seconds}s`,
    `-timeout=${patience}`,
    '-max-body=0',
    '-redirects=-1',
    ...(from === undefined ? [] : [`-laddr=${from}`]),
  ];
  const before = endedChildrenCpu();
  const result = JSON.parse(await runVegeta(vegeta, options, target));
  const clientCpu = endedChildrenCpu() - before;
  const { requests, duration, wait, throughput, rate, status_codes, latencies } =
    report.parse(result);
  const expected = status_codes[status] ?? 0;
  return {
    requests,
    // Of successes alone, which refusals are not.
    throughput: status < 400 ? throughput : rate,
    unexpected: requests - expected,
    statuses: status_codes,
    took: (duration + wait) / 1000,
    clientCpu,
    latency: {
      p50: latencies['50th'] / 1e6,
      p95: latencies['95th'] / 1e6,
      p99: latencies['99th'] / 1e6,
    },
  };
}
