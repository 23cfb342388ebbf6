import { ClusterError } from '@recipe-book/cluster';
import { type EnvironmentText, SettingsError, withEnvFileOf } from '@recipe-book/settings';
import { readArguments } from './arguments.ts';
import { diagnose } from './diagnosis.ts';
import { textReport } from './report/text.ts';
import { snapshotOf } from './snapshot-of.ts';

/** Exit codes. */
const exitCodes = { well: 0, somethingIsWrong: 1, couldNotAsk: 2 } as const;

/** What is to be printed, and how the program is to end. */
export interface Outcome {
  readonly exitCode: number;
  readonly output?: string;
  /** One sentence, or more about settings that cannot be used. */
  readonly error?: string;
}

/**
 * Looks at a namespace and tells what is wrong.
 * @param args of the command line.
 * @param text environment variables.
 * @param envFile the `.env` that adds to them in development.
 */
export async function doctor(
  args: readonly string[],
  text: EnvironmentText,
  envFile?: string,
): Promise<Outcome> {
  try {
    const given = readArguments(args, text);
    const { environment } = given;
    const all = envFile === undefined ? text : withEnvFileOf(environment, text, envFile);
    const diagnosis = diagnose(await snapshotOf(given, all));
    return {
      exitCode: diagnosis.well ? exitCodes.well : exitCodes.somethingIsWrong,
      output: given.json ? JSON.stringify(diagnosis, null, 2) : textReport(diagnosis),
    };
  } catch (error) {
    const expected = [ClusterError, SettingsError].some((type) => error instanceof type);
    if (!expected) throw error;
    return { exitCode: exitCodes.couldNotAsk, error: (error as Error).message };
  }
}
