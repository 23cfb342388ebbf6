import {
  type EnvironmentText,
  loadSettings,
  type Settings,
  SettingsError,
  withEnvFile,
} from '@recipe-book/settings';

/** Reads the settings for a program, or ends it with a message that says which of them is wrong. */
export function readSettings(environment: EnvironmentText): Settings {
  return orExit(() => loadSettings(withEnvFile(environment, '.env')));
}

/** The value of a setting that the program cannot do without. */
export function required<T>(name: keyof Settings, value: T | undefined): T {
  return orExit(() => {
    if (value === undefined) throw new SettingsError([`${name} is not set; the app needs it.`]);
    return value;
  });
}

function orExit<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    return exitFor(error);
  }
}

/** Ends the program with the message of a SettingsError; throws what is none. */
export function exitFor(error: unknown): never {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
