import { execFile } from 'node:child_process';
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
  // One process more, not an instance: it exports no telemetry.
  const env = { ...appEnvironment(input, 0), OTEL_EXPORTER_OTLP_ENDPOINT: '', LOG_LEVEL: 'warn' };
  const command = ['app/src/seed/main.ts', ...args];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root, env });
    return stdout.trim();
  } catch (error) {
    const { stderr, stdout, message } = error as Error & { stderr?: string; stdout?: string };
    throw new Error(`The demo data could not be stored: ${stderr || stdout || message}`);
  }
}
