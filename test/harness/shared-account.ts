import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FurnishedAccount, furnishedAccount } from './furnished.ts';
import { testStack } from './stack.ts';

/** An account with some of everything, made once for the whole suite: for tests that only look. */
export async function sharedAccount(): Promise<FurnishedAccount> {
  const { ingressPort, paths } = testStack();
  const file = join(paths.state, 'shared-account.json');
  if (!existsSync(file)) {
    writeFileSync(file, JSON.stringify(await furnishedAccount(ingressPort)));
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}
