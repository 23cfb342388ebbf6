import type { Seen } from './run-fault.ts';
import type { Sample } from './traffic.ts';

const step = 100;
const barWidth = 3;
const rowHeight = 44;
const barHeight = 30;
const labelWidth = 180;
/** Answers that take longer are drawn as if they took so long, milliseconds. */
const highest = 100;
const colours = { counted: '#2e7d6b', uncounted: '#d9a441', failed: '#c0392b' } as const;

/** What each fault did to requests over time, as SVG: a bar for each tenth of a second, as high as its slowest answer. */
export function timelineSvg(all: readonly Seen[]): string {
  const lengths = all.map(({ started, watchedUntil }) => watchedUntil - started);
  const width = labelWidth + (Math.max(0, ...lengths) / step) * barWidth + 20;
  const height = (all.length + 1) * rowHeight;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width.toFixed(0)}" height="${height}" font-family="sans-serif" font-size="11">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<text x="8" y="16" font-size="13">Slowest answer in each tenth of a second, up to ${highest} ms; sign-ins aside</text>`,
    '<text x="8" y="32">Green: counted. Yellow: passed uncounted. Red: failed. Grey: the fault.</text>',
    ...all.map((seen, at) => row(seen, (at + 1) * rowHeight)),
    '</svg>',
    '',
  ].join('\n');
}

function row({ fault, samples, started, began, ended }: Seen, top: number): string {
  const x = (time: number) => labelWidth + ((time - started) / step) * barWidth;
  const base = top + barHeight;
  const open = samples.filter(({ kind }) => kind !== 'login');
  const slots = Map.groupBy(open, ({ at }) => Math.floor((at - started) / step));
  const bars = [...slots].map(([slot, inSlot]) => {
    const slowest = Math.min(highest, Math.max(...inSlot.map(({ ms }) => ms)));
    const length = (slowest / highest) * barHeight;
    return `<rect x="${labelWidth + slot * barWidth}" y="${(base - length).toFixed(1)}" width="${barWidth - 1}" height="${length.toFixed(1)}" fill="${colour(inSlot)}"/>`;
  });
  const shade = Math.max(1, x(ended) - x(began));
  return [
    `<text x="${labelWidth - 8}" y="${base - 8}" text-anchor="end">${fault.name}</text>`,
    `<rect x="${x(began).toFixed(1)}" y="${top}" width="${shade.toFixed(1)}" height="${barHeight}" fill="#e6e6e6"/>`,
    ...bars,
  ].join('');
}

function colour(samples: readonly Sample[]): string {
  if (samples.some(({ status }) => status === 0 || status >= 500)) return colours.failed;
  return samples.some(({ counted }) => !counted) ? colours.uncounted : colours.counted;
}
