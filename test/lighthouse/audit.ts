import lighthouse, { type Config, type Result } from 'lighthouse';
import { throttling } from 'lighthouse/core/config/constants.js';
import { computeMedianRun } from 'lighthouse/core/lib/median-run.js';

/** What Lighthouse found, and its report for people. */
export interface Audit {
  readonly result: Result;
  readonly html: string;
}

/** How Lighthouse loads a page: its mobile preset, but for what is named here. */
export type Network = 'default' | 'regular 3G';

/** Of Lighthouse itself: 300 ms there and back, 700 kbit/s, a processor a quarter as fast. */
const regular3G: Config = {
  extends: 'lighthouse:default',
  settings: { throttling: throttling.mobileRegular3G, onlyCategories: ['performance'] },
};

/**
 * Loads a page several times with an empty cache; cookies stay.
 * @param port on which the browser takes orders.
 * @returns the run nearest to the medians of the first paint and of the time to interactive.
 */
export async function audit(
  url: string,
  port: number,
  network: Network,
  runs: number,
): Promise<Audit> {
  const audits: Audit[] = [];
  for (let run = 0; run < runs; run++) audits.push(await once(url, port, network));
  const median = computeMedianRun(audits.map(({ result }) => result));
  const found = audits.find(({ result }) => result === median);
  if (!found) throw new Error('Lighthouse chose a run that there was not.');
  return found;
}

/** @throws Error when the page could not be loaded. */
async function once(url: string, port: number, network: Network): Promise<Audit> {
  const config = network === 'regular 3G' ? regular3G : undefined;
  const done = await lighthouse(url, { port, output: 'html', logLevel: 'error' }, config);
  if (!done) throw new Error(`Lighthouse gave no result for ${url}.`);
  const { lhr, report } = done;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  return { result: lhr, html: String(report) };
}
