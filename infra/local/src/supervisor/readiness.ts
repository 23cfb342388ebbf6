import http from 'node:http';
import https from 'node:https';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Readiness } from './part.ts';

/** A single look that takes longer counts as "not ready". */
const LOOK_TIMEOUT_MS = 1000;

/** One look: whether it is ready now. Never throws. */
async function isReady(readiness: Readiness): Promise<boolean> {
  try {
    if (typeof readiness === 'function') return await readiness();
    if ('http' in readiness) return await answers200(readiness.http);
    return await accepts(readiness.tcp.port, readiness.tcp.host ?? '127.0.0.1');
  } catch {
    return false;
  }
}

/** Looks until it is ready; `false` when the signal ends the wait first. */
export async function untilReady(
  readiness: Readiness,
  pollMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  while (!signal.aborted) {
    if (await isReady(readiness)) return !signal.aborted;
    await pause(pollMs, undefined, { signal }).catch(() => undefined);
  }
  return false;
}

function answers200(url: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  // A connection of its own each time: a kept one may lead to a process that is gone.
  // Our own part on this machine: whoever gave it its certificate need not be known here.
  const options = { agent: false, timeout: LOOK_TIMEOUT_MS, rejectUnauthorized: false };
  const { get } = url.startsWith('https:') ? https : http;
  const request = get(url, options, (response) => {
    response.resume();
    resolve(response.statusCode === 200);
  });
  request.once('timeout', () => request.destroy());
  request.once('error', () => resolve(false));
  request.once('close', () => resolve(false));
  return promise;
}

function accepts(port: number, host: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ port, host, timeout: LOOK_TIMEOUT_MS });
  socket.once('connect', () => resolve(true));
  socket.once('timeout', () => resolve(false));
  socket.once('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}
