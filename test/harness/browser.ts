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

/** How a browser is started. */
export interface BrowserStart {
  /** More of the command line. */
  readonly flags?: readonly string[];
  /** The folder of what it remembers, which stays; default: one that is gone when it is closed. */
  readonly profile?: string;
}

const newProfile = () => mkdtempSync(join(tmpdir(), 'recipe-book-browser-'));
const removeProfile = (profile: string) => rmSync(profile, { recursive: true, force: true });

/** Lends a folder for what a visitor's browsers remember, one after the other, and removes it afterwards. */
export async function withProfile<T>(use: (profile: string) => Promise<T>): Promise<T> {
  const profile = newProfile();
  try {
    return await use(profile);
  } finally {
    removeProfile(profile);
  }
}

/** A Chromium which asks nobody but the pages' own servers. */
export async function openBrowser(
  options: BrowserContextOptions = {},
  { flags = [], profile: kept }: BrowserStart = {},
): Promise<OpenBrowser> {
  const profile = kept ?? newProfile();
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
    if (!kept) removeProfile(profile);
  };
  return { context, close };
}

/** One for as long as it is used. */
export async function withBrowser(
  use: (context: BrowserContext) => Promise<void>,
  start: BrowserStart = {},
): Promise<void> {
  const { context, close } = await openBrowser({}, start);
  try {
    await use(context);
  } finally {
    await close();
  }
}
