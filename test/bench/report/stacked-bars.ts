import { type ProgramName, programColours } from './program-colours.ts';

/** One row of a plot: its parts from left to right. */
export interface StackedBar {
  readonly label: string;
  readonly values: readonly number[];
}

const rowHeight = 26;
const barHeight = 16;
const labelWidth = 200;
const plotWidth = 560;
/** Text and ground change with the reader's theme. */
const style =
  '<style>svg{fill:#1f2328;background:#fff}@media(prefers-color-scheme:dark){svg{fill:#e6edf3;background:#0d1117}}</style>';

/** Horizontal bars as SVG, each made of parts whose sum is written behind it. @param names whose the parts are. */
export function stackedBarsSvg(
  title: string,
  names: readonly ProgramName[],
  bars: readonly StackedBar[],
): string {
  const most = Math.max(...bars.map(({ values }) => sum(values)));
  const x = (value: number) => labelWidth + (value / most) * plotWidth;
  const rows = bars.map(({ label, values }, at) => {
    const y = (at + 2) * rowHeight;
    const parts = names.map((name, part) => {
      const begin = x(sum(values.slice(0, part)));
      const width = (((values[part] ?? 0) / most) * plotWidth).toFixed(1);
      return `<rect x="${begin.toFixed(1)}" y="${y}" width="${width}" height="${barHeight}" fill="${programColours[name]}"/>`;
    });
    const whole = sum(values);
    return [
      `<text x="${labelWidth - 8}" y="${y + 12}" text-anchor="end">${label}</text>`,
      ...parts,
      `<text x="${(x(whole) + 6).toFixed(1)}" y="${y + 12}">${whole.toFixed(0)}</text>`,
    ].join('');
  });
  const legend = names.map((name, part) => {
    const begin = labelWidth + part * 100;
    return `<rect x="${begin}" y="${rowHeight}" width="10" height="10" fill="${programColours[name]}"/><text x="${begin + 14}" y="${rowHeight + 9}">${name}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${labelWidth + plotWidth + 60}" height="${(bars.length + 2.5) * rowHeight}" font-family="sans-serif" font-size="12">`,
    `<title>${title}</title>`,
    style,
    `<text x="8" y="16" font-size="13">${title}</text>`,
    ...legend,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
