import lighthouse, { type Config, type Result } from 'lighthouse';
import { throttling } from 'lighthouse/core/config/constants.js';
import { computeMedianRun } from 'lighthouse/core/lib/median-run.js';

/** What Lighthouse found, and its report for people. */
export interface Audit {
  readonly result: Result;
  readonly html: string;
}

/** The run in the middle, and how fast Lighthouse found this machine in each (its benchmark index). */
export interface MedianAudit extends Audit {
  readonly indices: readonly number[];
}

/** How Lighthouse loads a page. */
export interface Conditions {
  readonly name: string;
  /** What differs from Lighthouse's mobile preset. */
  readonly config?: Config;
}

export const mobile: Conditions = { name: 'mobile' };

/** Lighthouse's own: 300 ms there and back, 700 kbit/s. @param slowdown how many times slower than here the processor is. */
export function regular3G(slowdown: number): Conditions {
  const slow = { ...throttling.mobileRegular3G, cpuSlowdownMultiplier: slowdown };
  return {
    name: `regular 3G, processor ${slowdown} times slower`,
    config: {
      extends: 'lighthouse:default',
      settings: { throttling: slow, onlyCategories: ['performance'] },
    },
  };
}

/**
 * Loads a page several times with an empty cache; cookies stay.
 * @param port on which the browser takes orders.
 * @returns the run nearest to the medians of the first paint and of the time to interactive.
 */
export async function audit(
  url: string,
  port: number,
  conditions: Conditions,
  runs: number,
): Promise<MedianAudit> {
  const audits: Audit[] = [];
  for (let run = 0; run < runs; run++) audits.push(await once(url, port, conditions));
  const median = computeMedianRun(audits.map(({ result }) => result));
  const found = audits.find(({ result }) => result === median);
  if (!found) throw new Error('Lighthouse chose a run that there was not.');
  const indices = audits.map(({ result }) => result.environment.benchmarkIndex);
  return { ...found, indices };
}

/** Lighthouse now and then records no trace, and asks to be run again. */
const noTrace = 'NO_NAVSTART';
const tries = 3;

/** @throws Error when the page could not be loaded. */
async function once(url: string, port: number, { config }: Conditions): Promise<Audit> {
  for (let run = 1; ; run++) {
    const done = await lighthouse(url, { port, output: 'html', logLevel: 'error' }, config);
    if (!done) throw new Error(`Lighthouse gave no result for ${url}.`);
    const { lhr, report } = done;
    if (!lhr.runtimeError) return { result: lhr, html: String(report) };
    const { code, message } = lhr.runtimeError;
    if (code !== noTrace || run === tries) throw new Error(`${url}: ${message}`);
  }
}
