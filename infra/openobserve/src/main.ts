/** `make observe`, and the Job in a cluster: sets up OpenObserve. */
import { join } from 'node:path';
import { inspect } from 'node:util';
import { SettingsError, withEnvFile } from '@recipe-book/settings';
import { OpenObserveError } from './client/errors.ts';
import { observe } from './observe.ts';

try {
  const text = withEnvFile(process.env, join(import.meta.dirname, '../../../.env'));
  const { exitCode, output } = await observe(text);
  console.log(output);
  process.exitCode = exitCode;
} catch (error) {
  const isExpected = error instanceof SettingsError || error instanceof OpenObserveError;
  console.error(isExpected ? error.message : inspect(error));
  process.exitCode = 1;
}
