/** One row of a plot. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Marked by a thin line. */
  readonly mark: number;
}

const rowHeight = 18;
const rowGap = 6;
const labelWidth = 380;
const plotWidth = 460;

/**
 * Horizontal bars as SVG; those above the limit are red.
 * @param limit drawn as a line.
 */
export function barsSvg(title: string, bars: readonly Bar[], limit: number): string {
  const most = Math.max(limit, ...bars.flatMap(({ value, mark }) => [value, mark]));
  const x = (value: number) => (labelWidth + (value / most) * plotWidth).toFixed(1);
  const height = (bars.length + 3) * rowHeight;
  const rows = bars.map(({ label, value, mark }, at) => {
    const y = (at + 2) * rowHeight;
    const colour = value > limit ? '#c0392b' : '#2e7d6b';
    const width = ((value / most) * plotWidth).toFixed(1);
    return [
      `<text x="${labelWidth - 8}" y="${y + 12}" text-anchor="end">${escaped(label)}</text>`,
      `<rect x="${labelWidth}" y="${y + rowGap / 2}" width="${width}" height="${rowHeight - rowGap - 1}" fill="${colour}"/>`,
      `<path d="M${x(mark)} ${y + rowGap / 2}v${rowHeight - rowGap}" stroke="#888"/>`,
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${labelWidth + plotWidth + 40}" height="${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="8" y="16" font-size="13">${escaped(title)}</text>`,
    ...rows,
    `<path d="M${x(limit)} ${rowHeight * 2}V${height - rowHeight}" stroke="#c0392b" stroke-dasharray="3"/>`,
    `<text x="${x(limit)}" y="${height - 4}" text-anchor="middle">${limit} ms</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
