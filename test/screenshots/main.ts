/** `make screenshots`: photographs every page, at phone and desktop width, in light and dark, on a stack of its own. */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureTools, InstallError } from '@recipe-book/tools';
import { pageStates } from '../browser/routes.ts';
import { furnishedAccount } from '../harness/furnished.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';
import { root } from '../src/root.ts';
import { photograph } from './photograph.ts';
import { writeSheet } from './sheet.ts';

const only = process.env['ONLY'] ?? '';
const locale = process.env['LOCALE'] ?? 'en';
/** One recipe goes without, as in real life. */
const mostPictures = 8;
const folder = join(root, '.run', 'screenshots');

try {
  const chosen = pageStates.filter(({ name }) => name.includes(only));
  if (chosen.length > 0) await main(chosen);
  else {
    console.error(`There is no page "${only}": ${pageStates.map(({ name }) => name).join(', ')}.`);
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof InstallError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(chosen: typeof pageStates): Promise<void> {
  const tools = await ensureTools('test', { env: process.env });
  // The harness finds Chromium by its name.
  const folders = Object.values(tools).map((path) => dirname(path));
  process.env['PATH'] = [...folders, process.env['PATH']].join(':');
  let stack: OwnStack | undefined;
  try {
    stack = await ownStack({});
    const account = await furnishedAccount(stack.port, mostPictures);
    rmSync(folder, { recursive: true, force: true });
    const shots = await photograph({ port: stack.port, account, states: chosen, locale, folder });
    console.log(`${shots.length} pictures: ${writeSheet(folder, shots)}`);
  } finally {
    stack?.stop();
  }
}
