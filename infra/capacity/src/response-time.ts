import type { Demand } from './demand.ts';
import { podStations } from './pod.ts';
import type { Present } from './present.ts';
import { residence } from './queueing.ts';

/** Of exponentially spread times, the one that 95 % stay within, as a multiple of the mean. */
const p95OfMean = -Math.log(0.05);

/** Time that requests take in one pod and what it asks, seconds. */
export interface ResponseTime {
  readonly mean: number;
  /** Roughly: as if the time in both queues were spread exponentially, as that in one is, and all else took its mean. */
  readonly p95: number;
}

/**
 * Envoy and the app's main thread as queues one after the other; all else (the app's other threads, the ratelimit service, Redis, the
 * database) is sized by the plan and taken to be without a queue.
 * @param rate requests a second to one pod.
 */
export function responseTime(demand: Demand, present: Present, rate: number): ResponseTime {
  const { cpu, appMainThread } = demand;
  const besides = cpu.app - appMainThread + cpu.ratelimit + cpu.redis + cpu.database;
  const queued = podStations(demand, present).reduce(
    (sum, station) => sum + residence(station, rate),
    0,
  );
  return { mean: queued + besides, p95: queued * p95OfMean + besides };
}

/** Requests a second to one pod at which the mean time is so many times that of a single request. */
export function rateAt(times: number, demand: Demand, present: Present): number {
  const alone = responseTime(demand, present, 0).mean;
  let low = 0;
  let high = Math.min(...podStations(demand, present).map((one) => one.servers / one.service));
  // Each step halves what is unsure.
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (responseTime(demand, present, middle).mean > alone * times) high = middle;
    else low = middle;
  }
  return low;
}
