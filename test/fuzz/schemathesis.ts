import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Known } from './known.ts';

/** How often each operation was answered with each status. */
export type Answers = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A run, and what bounds it. */
export interface FuzzRun {
  /** Where all that belongs to it is written. */
  readonly folder: string;
  readonly program: string;
  readonly schemaUrl: string;
  readonly config: string;
  readonly known: Readonly<Record<string, Known>>;
  /** Further arguments of `schemathesis run`. */
  readonly args: readonly string[];
  /** Hears now and then how far it is. */
  readonly onProgress: (answers: Answers) => void;
}

const progressPause = 10_000;

/** Runs Schemathesis. @returns its exit code, what it printed, and how the API answered. */
export async function runSchemathesis(run: FuzzRun) {
  const file = (name: string) => join(run.folder, name);
  writeFileSync(file('schemathesis.toml'), run.config, { mode: 0o600 });
  writeFileSync(file('known.json'), JSON.stringify(run.known), { mode: 0o600 });
  // Python finds modules in the folder that it runs in.
  copyFileSync(join(import.meta.dirname, 'hooks.py'), file('hooks.py'));
  const reports = ['--report', 'ndjson,json,junit', '--report-dir', run.folder];
  const args = ['--no-color', '--config-file', file('schemathesis.toml'), 'run', run.schemaUrl];
  const child = spawn(run.program, [...args, ...reports, ...run.args], {
    cwd: run.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PYTHONDONTWRITEBYTECODE: '1',
      SCHEMATHESIS_HOOKS: 'hooks',
      FUZZ_KNOWN: file('known.json'),
      FUZZ_ANSWERS: file('answers.json'),
    },
  });
  const output = createWriteStream(file('output.txt'));
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const ended = once(child, 'close');
  const over = ended.then(() => true);
  while (!(await Promise.race([over, wait(progressPause, false, { ref: false })]))) {
    run.onProgress(answersIn(file('answers.json')));
  }
  const [code] = await ended;
  output.end();
  await once(output, 'close');
  return {
    code: code as number | null,
    output: readFileSync(file('output.txt'), 'utf8'),
    answers: answersIn(file('answers.json')),
  };
}

function answersIn(path: string): Answers {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}
