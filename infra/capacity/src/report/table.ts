/** A Markdown table with even columns, which reads as well on a terminal; all but the first column are numbers. */
export function table([head = [], ...body]: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) =>
    Math.max(3, ...[head, ...body].map((row) => row[at]?.length ?? 0)),
  );
  const line = widths.map((width, at) =>
    at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [head, line, ...body]
    .map((row) => {
      const cells = widths.map((width, at) => {
        const cell = row[at] ?? '';
        return at === 0 ? cell.padEnd(width) : cell.padStart(width);
      });
      return `| ${cells.join(' | ')} |`;
    })
    .join('\n');
}
