/**
 * `make lighthouse`: what Lighthouse says of the main pages, through the ingress of a stack of its own, or of the one at
 * INGRESS_PORT. Ends with an error when a page misses its targets. RUNS=1 is quicker and less certain.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { table } from '@recipe-book/capacity/table';
import { ensureTools, InstallError } from '@recipe-book/tools';
import { median } from '../bench/report/median.ts';
import { withBrowser, withProfile } from '../harness/browser.ts';
import { ownStack } from '../harness/own-stack.ts';
import { root } from '../src/root.ts';
import { audit, type Conditions, mobile, regular3G } from './audit.ts';
import { type Figure, figures, missed, slowFigures, untargeted } from './figures.ts';
import { recipePath, signIn } from './pages.ts';
import { presetSlowdown, slowdownOf } from './slowdown.ts';

const { RUNS = '3', INGRESS_PORT } = process.env;
const folder = join(root, '.run', 'lighthouse');

try {
  const tools = await ensureTools('test', { env: process.env });
  const folders = new Set(Object.values(tools).map((path) => dirname(path)));
  process.env['PATH'] = [...folders, process.env['PATH']].join(delimiter);
  await (INGRESS_PORT ? report(Number(INGRESS_PORT)) : withOwnStack());
} catch (error) {
  if (!(error instanceof InstallError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function withOwnStack(): Promise<void> {
  const stack = await ownStack({});
  try {
    await report(stack.port);
  } finally {
    stack.stop();
  }
}

async function report(port: number): Promise<void> {
  const found = await withProfile((profile) => look(port, profile));
  writeFileSync(join(folder, 'report.md'), `${found.text}\n`);
  console.log(`${found.text}\n`);
  console.log(found.missed.length > 0 ? found.missed.join('\n') : 'Every target is met.');
  console.log(`Reports: ${folder}`);
  if (found.missed.length > 0) process.exitCode = 1;
}

/** @param profile of somebody who has not been here. */
async function look(port: number, profile: string): Promise<{ text: string; missed: string[] }> {
  mkdirSync(folder, { recursive: true });
  const origin = `http://localhost:${port}`;
  const problems: string[] = [];
  const indices: number[] = [];

  const row = async (
    page: string,
    path: string,
    conditions: Conditions,
    all: readonly Figure[],
  ) => {
    const found = await audit(`${origin}${path}`, profile, conditions, Number(RUNS));
    const { result, html } = found;
    const name = `${page}, ${conditions.name}`;
    writeFileSync(join(folder, `${name.replaceAll(/[ ,]+/g, '-')}.html`), html);
    problems.push(...missed(name, all, result));
    indices.push(...found.indices);
    return [name, ...all.map(({ of, digits }) => of(result).toFixed(digits))];
  };

  const rows = [await row('home', '/', mobile, figures)];
  await withBrowser(async (context) => signIn(await context.newPage(), origin), { profile });
  const recipe = await recipePath(port);
  rows.push(await row('recipe list', '/recipes', mobile, figures));
  rows.push(await row('recipe', recipe, mobile, figures));
  const index = median(indices);
  const slowdown = slowdownOf(index);
  const slow = [await row('recipe', recipe, regular3G(presetSlowdown), slowFigures)];
  // Tells whether it is the page or the machine: targets are held by the preset alone.
  if (slowdown !== presetSlowdown) {
    slow.push(await row('recipe', recipe, regular3G(slowdown), untargeted(slowFigures)));
  }
  const text = [
    table([['', ...figures.map(({ name }) => name)], ...rows]),
    `A cold load on regular 3G. By Lighthouse's table a phone of the middle class is ${slowdown} times slower than this machine, whose benchmark index is ${index.toFixed(0)}; targets are for ${presetSlowdown} times:`,
    table([['', ...slowFigures.map(({ name }) => name)], ...slow]),
  ].join('\n\n');
  return { text, missed: problems };
}
