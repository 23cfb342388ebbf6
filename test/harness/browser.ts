import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { chromiumPath } from './chromium.ts';

/** A browser that is to be closed. */
export interface OpenBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/**
 * A Chromium with a profile of its own, which asks nobody but the pages' own servers.
 * @param flags more of the command line.
 */
export async function openBrowser(
  options: BrowserContextOptions = {},
  flags: readonly string[] = [],
): Promise<OpenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'recipe-book-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...flags,
    ],
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, close };
}

/** One for as long as it is used. */
export async function withBrowser(use: (context: BrowserContext) => Promise<void>): Promise<void> {
  const { context, close } = await openBrowser();
  try {
    await use(context);
  } finally {
    await close();
  }
}
