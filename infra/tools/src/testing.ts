import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cache } from './cache.ts';
import { ensure } from './ensure.ts';
import { plainReporter } from './reporters/plain.ts';
import type { Job, Tool, ToolPaths } from './types.ts';

/** A cache and a PATH of one's own, and what was said. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), 'tools-'));
  readonly cache = new Cache(join(this.folder, 'cache'));
  readonly lines: string[] = [];

  /** Puts a program on the PATH that prints a text. */
  program(name: string, text: string, exitCode = 0): string {
    const file = join(this.folder, name);
    writeFileSync(file, `#!/bin/sh\necho '${text}' >&2\nexit ${exitCode}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  ensure(tools: readonly Tool[], signal = new AbortController().signal): Promise<ToolPaths> {
    return ensure(tools, {
      cache: this.cache,
      env: { PATH: this.folder },
      reporter: plainReporter((line) => this.lines.push(line)),
      signal,
    });
  }

  clean(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Puts the one command of `fakeTool` in place. */
export async function fill(into: string): Promise<void> {
  await writeFile(join(into, 'bin', 'fake'), 'a program');
}

/** A tool with one command whose source does what the test says. */
export function fakeTool(
  install: (into: string, job: Job) => Promise<void> = fill,
  more: Partial<Tool> = {},
): Tool {
  return {
    name: 'fake',
    version: '1.2',
    provides: { fake: 'bin/fake' },
    source: { install },
    ...more,
  };
}
