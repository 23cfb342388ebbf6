import { delimiter, dirname, join } from 'node:path';
import { measuredHere, writeMarkdown } from '@recipe-book/capacity/markdown';
import { table } from '@recipe-book/capacity/table';
import { ensureTools } from '@recipe-book/tools';
import { root } from '../../src/root.ts';
import { type Measured, measure, rounds } from './measure.ts';
import { payloads } from './payloads.ts';
import { ways } from './ways.ts';

/**
 * What each way to compress makes of typical answers in a real Envoy: bytes that are left, and processor
 * time of Envoy for it. Takes some three minutes on two cores.
 */
export async function run(): Promise<void> {
  const tools = await ensureTools(['envoy'], { env: process.env });
  const folders = Object.values(tools).map((path) => dirname(path));
  process.env['PATH'] = [...folders, process.env['PATH']].join(delimiter);
  const all = await payloads();
  const rows: string[][] = [];
  for (const way of ways) rows.push([way.name, ...(await measure(way, all)).flatMap(cells)]);
  const head = ['', ...all.flatMap(({ name }) => [name, 'µs'])];
  const whole = ['identity', ...all.flatMap(({ body }) => [String(body.length), '0'])];
  const text = table([head, whole, ...rows]);
  const folder = join(root, '.run', 'bench', 'compression');
  const about = measuredHere(`${rounds} rounds`);
  const path = writeMarkdown(folder, { title: 'Compression', about, body: text });
  console.log(`${text}\n\nReport: ${path}`);
}

function cells({ bytes, microseconds }: Measured): string[] {
  return [String(bytes), microseconds.toFixed(0)];
}
