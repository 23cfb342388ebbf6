import type { Slot } from './figures.ts';

/** A time that is marked in the plot, seconds. */
export type Span = readonly [from: number, to: number];

const left = 60;
const width = 840;
const times = { top: 50, height: 220 } as const;
const rates = { top: 310, height: 100 } as const;
const bottom = rates.top + rates.height;
const lines = [
  { name: 'P99', of: ({ p99 }: Slot) => p99, colour: '#b5534a' },
  { name: 'P95', of: ({ p95 }: Slot) => p95, colour: '#d9a441' },
  { name: 'P50', of: ({ p50 }: Slot) => p50, colour: '#2e7d6b' },
] as const;
const colours = { requests: '#5b7fb8', failed: '#c0392b', marked: '#e6e6e6' } as const;

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
  const x = (second: number) => Number((left + (second / end) * width).toFixed(1));
  const shades = marked.map(([from, to]) =>
    rectangle(x(from), times.top, x(to) - x(from), bottom - times.top, colours.marked),
  );
  const seen = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const second = Math.round(share * end);
    return `<text x="${x(second)}" y="${bottom + 16}" text-anchor="middle">${second} s</text>`;
  });
  const content = [
    rectangle(0, 0, left + width + 30, bottom + 40, '#fff'),
    `<text x="8" y="16" font-size="13">${title}</text>`,
    ...shades,
    ...timeLines(slots, x),
    ...rateBars(slots, seconds, x),
    ...seen,
    `<text x="${left}" y="${bottom + 34}">Below: requests a second; red are those that failed.</text>`,
  ];
  const size = `width="${left + width + 30}" height="${bottom + 40}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="11">
${content.join('\n')}
</svg>
`;
}

function timeLines(slots: readonly Slot[], x: (second: number) => number): string[] {
  const most = roundUp(Math.max(...slots.map(({ p99 }) => p99)));
  const { top, height } = times;
  const curves = lines.flatMap(({ name, of, colour }, at) => {
    const points = slots.map(
      (slot) => `${x(slot.from)},${(top + height * (1 - of(slot) / most)).toFixed(1)}`,
    );
    return [
      `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.5"/>`,
      `<text x="${left + at * 50}" y="38" fill="${colour}" font-weight="bold">${name}</text>`,
    ];
  });
  return [...axis(times, most, 'ms'), ...curves];
}

function rateBars(
  slots: readonly Slot[],
  seconds: number,
  x: (second: number) => number,
): string[] {
  const most = roundUp(Math.max(...slots.map(({ requests }) => requests / seconds)));
  const bars = slots.flatMap(({ from, requests, failed }) => {
    const wide = x(from + seconds) - x(from);
    return (
      [
        [requests, colours.requests],
        [failed, colours.failed],
      ] as const
    ).map(([count, colour]) => {
      const high = (count / seconds / most) * rates.height;
      return rectangle(x(from), bottom - high, wide, high, colour);
    });
  });
  return [...axis(rates, most, '/s'), ...bars];
}

function rectangle(x: number, y: number, wide: number, high: number, colour: string): string {
  return `<rect x="${x}" y="${y.toFixed(1)}" width="${wide.toFixed(1)}" height="${high.toFixed(1)}" fill="${colour}"/>`;
}

function axis({ top, height }: typeof times | typeof rates, most: number, unit: string): string[] {
  return [0, 0.5, 1].map((share) => {
    const y = top + height * (1 - share);
    return `<path d="M${left} ${y}h${width}" stroke="#ccc"/><text x="${left - 6}" y="${y + 4}" text-anchor="end">${most * share} ${unit}</text>`;
  });
}

/** To one, two or five times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}
