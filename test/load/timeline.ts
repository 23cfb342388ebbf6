import type { Slot } from './figures.ts';

/** A time that is marked in the plot, seconds. */
export type Span = readonly [from: number, to: number];

const left = 60;
const plotWidth = 840;
const [times, rates] = [
  { top: 50, height: 220 },
  { top: 310, height: 100 },
] as const;
const lines = [
  { name: 'P99', of: ({ p99 }: Slot) => p99, colour: '#b5534a' },
  { name: 'P95', of: ({ p95 }: Slot) => p95, colour: '#d9a441' },
  { name: 'P50', of: ({ p50 }: Slot) => p50, colour: '#2e7d6b' },
] as const;

/**
 * How long answers took, and how many there were, over time, as SVG.
 * @param seconds length of a slot.
 * @param marked with a grey background.
 */
export function timelineSvg(
  title: string,
  slots: readonly Slot[],
  seconds: number,
  marked: readonly Span[] = [],
): string {
  const end = (slots.at(-1)?.from ?? 0) + seconds;
  const slowest = roundUp(Math.max(...slots.map(({ p99 }) => p99)));
  const busiest = roundUp(Math.max(...slots.map(({ requests }) => requests / seconds)));
  const x = (second: number) => (left + (second / end) * plotWidth).toFixed(1);
  const y = ({ top, height }: { top: number; height: number }, share: number) =>
    (top + height * (1 - share)).toFixed(1);
  const bottom = rates.top + rates.height;
  const legend = lines.map(
    ({ name, colour }, at) =>
      `<text x="${left + at * 50}" y="38" fill="${colour}" font-weight="bold">${name}</text>`,
  );
  const shades = marked.map(
    ([from, to]) =>
      `<rect x="${x(from)}" y="${times.top}" width="${(((to - from) / end) * plotWidth).toFixed(1)}" height="${bottom - times.top}" fill="#e6e6e6"/>`,
  );
  const curves = lines.map(({ of, colour }) => {
    const points = slots.map((slot) => `${x(slot.from)},${y(times, of(slot) / slowest)}`);
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
  });
  const bars = slots.flatMap(({ from, requests, failed }) => {
    const bar = (count: number, colour: string) => {
      const height = ((count / seconds / busiest) * rates.height).toFixed(1);
      const width = Math.max(0.5, (seconds / end) * plotWidth - 0.5).toFixed(1);
      return `<rect x="${x(from)}" y="${(bottom - Number(height)).toFixed(1)}" width="${width}" height="${height}" fill="${colour}"/>`;
    };
    return [bar(requests, '#5b7fb8'), ...(failed > 0 ? [bar(failed, '#c0392b')] : [])];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + plotWidth + 30}" height="${bottom + 40}" font-family="sans-serif" font-size="11">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<text x="8" y="16" font-size="13">${title}</text>`,
    ...legend,
    ...shades,
    ...axis(times, slowest, 'ms'),
    ...axis(rates, busiest, '/s'),
    ...curves,
    ...bars,
    ...[0, 0.25, 0.5, 0.75, 1].map(
      (share) =>
        `<text x="${x(share * end)}" y="${bottom + 16}" text-anchor="middle">${Math.round(share * end)} s</text>`,
    ),
    `<text x="${left}" y="${bottom + 34}">Below: requests a second; red are those that failed.</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function axis({ top, height }: typeof times | typeof rates, most: number, unit: string): string[] {
  return [0, 0.5, 1].map((share) => {
    const y = top + height * (1 - share);
    return `<path d="M${left} ${y}h${plotWidth}" stroke="#ccc"/><text x="${left - 6}" y="${y + 4}" text-anchor="end">${most * share} ${unit}</text>`;
  });
}

/** To one, two or five times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}
