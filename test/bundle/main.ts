/** `make bundle-report`: what each page loads, and how much less that is than without splitting. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '@recipe-book/capacity/table';
import { buildWeb, webRoot } from '@recipe-book/local';
import { root } from '../src/root.ts';
import { builtPages } from './pages.ts';
import { pageSize, type Size, wholeSize } from './sizes.ts';

await buildWeb();
const whole = await wholeSize();
const row = (name: string, size: Size) => [
  name,
  String(size.files),
  kilobytes(size.minified),
  kilobytes(size.gzip),
  kilobytes(size.sent),
  `${((1 - size.gzip / whole.gzip) * 100).toFixed(0)} %`,
];
const report = table([
  ['KB before a page shows', 'files', 'minified', 'gzip', 'as sent', 'less by gzip'],
  ...builtPages(webRoot).map(({ name, file }) => row(name, pageSize(webRoot, file))),
  [...row('all in one script', { ...whole, sent: Number.NaN }).slice(0, 4), '', ''],
]);
const folder = join(root, '.run', 'bundle');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'report.md'), `${report}\n`);
console.log(report);

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
