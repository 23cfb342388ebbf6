import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { type Target, targetOf } from '@recipe-book/cdk8s';
import { ImageError } from '@recipe-book/images';
import { type EnvironmentText, SettingsError, withEnvFileOf } from '@recipe-book/settings';
import { InstallError } from '@recipe-book/tools';
import { choiceOf } from '../choice.ts';
import { ClusterError } from '../cluster-error.ts';

const root = resolve(import.meta.dirname, '../../../..');

/** What every command starts from: the environment that ENVIRONMENT names, development by default. */
export interface CommandContext {
  readonly target: Target;
  /** Context of the kubeconfig that CONTEXT names; absent: the current one. */
  readonly context: string | undefined;
  /** The shell's variables, and in development those of `.env`. */
  readonly text: EnvironmentText;
}

/** Runs a command. Errors that a person can put right are one clear message and exit code 1. */
export async function runCommand(
  command: (context: CommandContext) => Promise<void>,
): Promise<void> {
  try {
    const { environment, context } = choiceOf(process.env);
    const text = withEnvFileOf(environment, process.env, resolve(root, '.env'));
    await command({ target: targetOf(environment, text), context, text });
  } catch (error) {
    const expected = [ClusterError, ImageError, SettingsError, InstallError].some(
      (type) => error instanceof type,
    );
    console.error(expected ? (error as Error).message : inspect(error));
    process.exitCode = 1;
  }
}
