import { readPoints } from '@recipe-book/local';
import { requestsPassUncounted } from '@recipe-book/openobserve';
import { until } from '../harness/until.ts';
import { fires } from './alert.ts';
import { chaosClients } from './clients.ts';
import type { Fault } from './fault.ts';
import { figuresOf } from './figures.ts';
import type { Row } from './row.ts';
import { runFault, type Seen } from './run-fault.ts';
import type { ChaosStack } from './stack/chaos-stack.ts';
import { Traffic } from './traffic.ts';

/** Envoy sends its metrics every 5 s. */
const flush = 5000;

/** What came of all faults, and whether the alert would have fired before the first. */
export interface Outcome {
  readonly rows: readonly Row[];
  readonly alertedBefore: boolean;
}

/** Tries one fault after the other under constant traffic. */
export async function runFaults(
  stack: ChaosStack,
  faults: readonly Fault[],
  say: (line: string) => void,
): Promise<Outcome> {
  const started = Date.now();
  const traffic = new Traffic(stack.port, await chaosClients(stack.port));
  const all: Seen[] = [];
  try {
    for (const fault of faults) {
      say(`${fault.name}: ${fault.how}`);
      all.push(await runFault(stack, traffic, fault));
    }
    await until('the Collector has the last metrics', 30, () => {
      const newest = readPoints(stack.paths.telemetry).at(-1)?.time ?? 0;
      return newest > clock(all.at(-1)?.watchedUntil ?? 0);
    });
  } finally {
    await traffic.stop();
  }
  const points = readPoints(stack.paths.telemetry);
  const alerted = (from: number, to: number) => fires(requestsPassUncounted, points, from, to);
  return {
    rows: all.map((seen, at) => ({
      seen,
      figures: figuresOf(seen),
      alerted: alerted(
        clock(seen.began),
        Math.min(clock(seen.watchedUntil) + flush, clock(all[at + 1]?.began ?? Number.MAX_VALUE)),
      ),
    })),
    alertedBefore: alerted(started, clock(all[0]?.began ?? 0)),
  };
}

/** An instant of `performance.now()` in milliseconds since 1970. */
function clock(instant: number): number {
  return performance.timeOrigin + instant;
}
