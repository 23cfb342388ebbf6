import type { Page } from 'playwright-core';

/**
 * Slow 3G as Chromium's developer tools have it ("3G", formerly "Slow 3G"): 2 s until an answer begins, 400 kbit/s
 * both ways.
 */
const slow3g = { latency: 2000, downloadThroughput: 51_200, uploadThroughput: 51_200 };

/** From now on the page's requests are as slow as on slow 3G. */
export async function useSlow3g(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...slow3g });
}
