import { configText, quoted } from './directives.ts';

/** The password of the user `default`, for a file that includes the config; a secret. */
export function passwordSecrets(password: string): string {
  return configText([['requirepass', quoted(password)]]);
}
