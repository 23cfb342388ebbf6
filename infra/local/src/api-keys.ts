import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiKeys, apiKeysFile, type JsonObject } from '@recipe-book/envoy';
import { SettingsError } from '@recipe-book/settings';
import { z } from 'zod';
import type { StackInput } from './stack-input.ts';
import { replaceWatched } from './write-config.ts';

/** What API_KEYS_FILE holds: keys that nobody can guess, by the name of their client. */
const keysOfClients = z.record(
  z.string().regex(/^[\w.-]{1,64}$/),
  z.array(z.string().regex(/^[\x21-\x7e]{16,256}$/)).min(1),
);

/** Writes the API keys where Envoy looks for them, when there are any. */
export function writeApiKeys({ settings, placements }: StackInput): void {
  const { apiKeysDir } = placements.envoy(0);
  if (settings.API_KEYS_FILE === undefined || apiKeysDir === undefined) return;
  replaceWatched(join(apiKeysDir, apiKeysFile), readApiKeys(settings.API_KEYS_FILE));
}

/**
 * The keys as Envoy reads them.
 * @throws SettingsError when the file cannot be read or is no such list; no key is shown.
 */
export function readApiKeys(path: string): JsonObject {
  const problem = (text: string) => new SettingsError([`API_KEYS_FILE is "${path}"; ${text}`]);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw problem('it must be a JSON file that can be read.');
  }
  const keys = keysOfClients.safeParse(content);
  if (!keys.success) {
    throw problem(
      'it must look like {"client": ["key"]}: names of letters, digits and . _ -, keys of 16 to 256 visible characters.',
    );
  }
  const all = Object.values(keys.data).flat();
  if (new Set(all).size < all.length) throw problem('two clients must not have the same key.');
  return apiKeys(keys.data);
}
