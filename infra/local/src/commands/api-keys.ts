import { readApiKeys } from '../api-keys.ts';
import { runCommand, UsageError } from './command.ts';

/** `make api-keys`: the keys as Envoy reads them, for `api-keys.json` in the Secret. */
await runCommand(async ({ settings }) => {
  const path = settings.API_KEYS_FILE;
  if (path === undefined) throw new UsageError('Say where the keys are: API_KEYS_FILE=keys.json.');
  console.log(JSON.stringify(readApiKeys(path)));
});
