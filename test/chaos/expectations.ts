import type { Figures } from './figures.ts';
import type { Seen } from './run-fault.ts';
import { anonymousLimit } from './settings.ts';

/** What must hold for every fault; times are milliseconds. */
export const bounds = {
  /** Of the P99, once the fault is found out: less than the wait for the limiter itself. */
  addedP99: 45,
  /** Of the time: a machine that is idle less has too much else to do for times to say anything. */
  idle: 0.25,
  /** Requests that wait for the limiter in vain until it is not asked any more. */
  timeouts: 30,
  /** The service connects to Redis again every 4 s at least, and is probed every 3 s. */
  recovery: 9000,
  /** Of requests that pass uncounted although the limiter works, for the sake of busy machines. */
  strays: 0.05,
  /** Lines that a part logs: so many in a second, and when it starts. */
  lines: 3,
  startLines: 10,
} as const;

/** One sentence for each thing that is not as it should be. @param alerted whether the alert would fire. */
export function broken(seen: Seen, figures: Figures, alerted: boolean): string[] {
  const { fault, timeouts, lines, began, ended, watchedUntil } = seen;
  const { failed, uncounted, addedP99, recovery, above } = figures;
  // A bucket of twice the limit, into which twice the limit flows in a window.
  const windows = 1 + (ended - began) / 1000 / anonymousLimit.windowSeconds;
  const held = Math.ceil(2 * anonymousLimit.requests * windows);
  const most = bounds.startLines + ((watchedUntil - began) / 1000) * bounds.lines;
  const problems: [boolean, string][] = [
    [failed > 0, `${failed} requests failed`],
    [
      fault.uncounted === 'all' && uncounted < 1 - bounds.strays,
      `only ${percent(uncounted)} of the requests passed uncounted: the fault did not come about`,
    ],
    [
      fault.uncounted === 'none' && uncounted > bounds.strays,
      `${percent(uncounted)} of the requests passed uncounted`,
    ],
    [
      fault.uncounted === 'all' && above.passed > held,
      `a client far above its limit got ${above.passed} requests through, not ${held}`,
    ],
    [timeouts > bounds.timeouts, `${timeouts} requests waited for the limiter in vain`],
    [!isBusy(seen) && addedP99 > bounds.addedP99, `the P99 rose by ${addedP99.toFixed(0)} ms`],
    [
      !isBusy(seen) && recovery > bounds.recovery,
      `${(recovery / 1000).toFixed(1)} s until all were counted again`,
    ],
    [fault.uncounted === 'all' && !alerted, 'the alert does not fire'],
    [fault.uncounted === 'none' && alerted, 'the alert fires'],
    ...Object.entries(lines).map(([part, count]): [boolean, string] => [
      count > most,
      `${part} logged ${count} lines`,
    ]),
  ];
  return problems.flatMap(([is, problem]) => (is ? [`${fault.name}: ${problem}.`] : []));
}

/** Whether times say nothing, because the machine had much else to do. */
export function isBusy({ idle }: Seen): boolean {
  return idle < bounds.idle;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
