import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { appEnvironment } from './parts/app.ts';
import { root } from './paths.ts';
import type { StackInput } from './stack-input.ts';

/**
 * Runs the app's seed program against the database of the stack.
 * @returns what it printed.
 * @throws Error with its own words.
 */
export async function seed(input: StackInput, args: readonly string[] = []): Promise<string> {
  const { command, options } = seedProgram(input, args);
  try {
    const { stdout } = await promisify(execFile)(process.execPath, command, options);
    return stdout.trim();
  } catch (error) {
    const { stderr, stdout, message } = error as Error & { stderr?: string; stdout?: string };
    throw new Error(`The demo data could not be stored: ${stderr || stdout || message}`);
  }
}

/** The same for as long as it takes, with its output shown as it comes. @returns its exit code. */
export async function seedAtLength(input: StackInput, args: readonly string[]): Promise<number> {
  const { command, options } = seedProgram(input, args);
  const child = spawn(process.execPath, command, { ...options, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

function seedProgram(input: StackInput, args: readonly string[]) {
  // One process more, not an instance: it exports no telemetry.
  const env = {
    ...appEnvironment(input, 0),
    OTEL_EXPORTER_OTLP_ENDPOINT: '',
    LOG_LEVEL: 'warn',
    // A hundred recipes at a time take as long as they take.
    DB_SLOW_QUERY: '600000',
  };
  return { command: ['app/src/seed/main.ts', ...args], options: { cwd: root, env } };
}
