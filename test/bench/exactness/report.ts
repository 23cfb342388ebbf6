import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { table } from '@recipe-book/capacity/table';
import { root } from '../../src/root.ts';

/** A table of what was tried, and whether all of it was exact. */
export interface Proof {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
  /** What the table does not say. */
  readonly remarks: readonly string[];
  readonly exact: boolean;
}

/** Shows a proof as soon as it is there. */
export function showProof(proof: Proof): Proof {
  console.log(text(proof));
  return proof;
}

/** @returns the path of the report. */
export function writeReport(proofs: readonly Proof[]): string {
  const folder = join(root, '.run', 'bench', 'exactness');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'report.md');
  const head = `# Exactness of the limits\n\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores.\n`;
  writeFileSync(path, [head, ...proofs.map(text)].join('\n'));
  return path;
}

function text({ title, rows, remarks, exact }: Proof): string {
  const lines = [...remarks, exact ? 'Exact.' : '**Not exact.**'];
  return `\n## ${title}\n\n${table(rows)}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
}
