import { join } from 'node:path';
import { inspect } from 'node:util';
import {
  type EnvironmentText,
  loadSettings,
  type Settings,
  SettingsError,
  withEnvFile,
} from '@recipe-book/settings';
import { InstallError } from '@recipe-book/tools';
import { root } from '../paths.ts';
import { say } from '../say.ts';
import { SupervisorError } from '../supervisor/index.ts';

/** Something that a person can put right; its message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What every command starts from. */
export interface CommandContext {
  readonly settings: Settings;
  readonly text: EnvironmentText;
}

/**
 * Runs a command with the settings of the environment and `.env`. Errors that a person can put right
 * are one clear message and exit code 1; anything else is a defect and keeps its stack.
 */
export async function runCommand(
  command: (context: CommandContext) => Promise<void>,
): Promise<void> {
  try {
    const text = withEnvFile(process.env, join(root, '.env'));
    await command({ settings: loadSettings(text), text });
  } catch (error) {
    process.exitCode = 1;
    const expected = [SettingsError, InstallError, SupervisorError, UsageError].some(
      (type) => error instanceof type,
    );
    const line = expected ? (error as Error).message : inspect(error);
    if (process.connected) say(line);
    console.error(line);
  }
}
