import { join } from 'node:path';
import { measuredHere, writeMarkdown } from '@recipe-book/capacity/markdown';
import { table } from '@recipe-book/capacity/table';
import { root } from '../../src/root.ts';
import { putOnPath } from '../tools.ts';
import { type Measured, measure, rounds } from './measure.ts';
import { payloads } from './payloads.ts';
import { ways } from './ways.ts';

/**
 * What each way to compress makes of typical answers in a real Envoy: bytes that are left, and processor
 * time of Envoy for it. Takes some three minutes on two cores.
 */
export async function run(): Promise<void> {
  await putOnPath(['envoy']);
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
