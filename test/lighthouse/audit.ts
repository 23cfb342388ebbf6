import lighthouse, { type Config, type Result } from 'lighthouse';
import { throttling } from 'lighthouse/core/config/constants.js';
import { computeMedianRun } from 'lighthouse/core/lib/median-run.js';
import { openBrowser } from '../harness/browser.ts';
import { freePort } from '../src/program.ts';

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
 * Loads a page several times with an empty cache, each time in a browser that was just started, as Lighthouse's own command
 * does; unlike that, on one profile. In one that has loaded pages before, their garbage is collected during the load, and tracing first lists all of
 * their code, which counts as work of the page.
 * @param profile of the visitor: who is signed in there stays so.
 * @returns the run nearest to the medians of the first paint and of the time to interactive.
 */
export async function audit(
  url: string,
  profile: string,
  conditions: Conditions,
  runs: number,
): Promise<MedianAudit> {
  const audits: Audit[] = [];
  for (let run = 0; run < runs; run++) audits.push(await once(url, profile, conditions));
  const median = computeMedianRun(audits.map(({ result }) => result));
  const found = audits.find(({ result }) => result === median);
  if (!found) throw new Error('Lighthouse chose a run that there was not.');
  const indices = audits.map(({ result }) => result.environment.benchmarkIndex);
  return { ...found, indices };
}

/** Lighthouse now and then records no trace, and asks to be run again. */
const noTrace = 'NO_NAVSTART';
const tries = 3;

/** @throws Error when the page could not be loaded, or led to another: a visitor whose session is lost sees a lighter one. */
async function once(url: string, profile: string, conditions: Conditions): Promise<Audit> {
  for (let run = 1; ; run++) {
    const done = await load(url, profile, conditions);
    if (!done) throw new Error(`Lighthouse gave no result for ${url}.`);
    const { lhr, report } = done;
    if (!lhr.runtimeError) {
      if (lhr.finalDisplayedUrl !== url) throw new Error(`${url} led to ${lhr.finalDisplayedUrl}.`);
      return { result: lhr, html: String(report) };
    }
    const { code, message } = lhr.runtimeError;
    if (code !== noTrace || run === tries) throw new Error(`${url}: ${message}`);
  }
}

async function load(url: string, profile: string, { config }: Conditions) {
  const port = await freePort();
  const browser = await openBrowser({}, { profile, flags: [`--remote-debugging-port=${port}`] });
  try {
    return await lighthouse(url, { port, output: 'html', logLevel: 'error' }, config);
  } finally {
    await browser.close();
  }
}
