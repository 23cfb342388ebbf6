import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

export interface Markdown {
  readonly title: string;
  /** When and on what it was measured. */
  readonly about?: string;
  readonly body: string;
  /** SVG by name. */
  readonly plots?: Readonly<Record<string, string>>;
}

/** Writes `report.md` with its plots into a folder. @returns the path of the report. */
export function writeMarkdown(
  folder: string,
  { title, about, body, plots = {} }: Markdown,
): string {
  mkdirSync(folder, { recursive: true });
  const shown = Object.entries(plots).map(([name, svg]) => {
    writeFileSync(join(folder, `${name}.svg`), svg);
    return `![${name}](${name}.svg)`;
  });
  const path = join(folder, 'report.md');
  const blocks = [`# ${title}`, ...(about ? [about] : []), body, ...shown];
  writeFileSync(path, `${blocks.join('\n\n')}\n`);
  return path;
}

/** When and on what something was measured, and how much of it; its figures are medians with their range. */
export function measuredHere(amount: string): string {
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${cpus().length} cores, ${amount}. Median (least to most).`;
}
