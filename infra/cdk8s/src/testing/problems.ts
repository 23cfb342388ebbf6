import { type Environment, SettingsError } from '@recipe-book/settings';
import type { EnvironmentOptions } from '../environments.ts';
import { targetOf } from '../target.ts';

/** The sentences with which the options are refused; none when they are taken. */
export function problemsOf(
  environment: Environment,
  options: EnvironmentOptions,
): readonly string[] {
  try {
    targetOf(environment, {}, options);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.problems;
  }
}
