import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a mail to an address, when there is one. @param outbox folder where mails go in development */
export function mailTo(outbox: string, email: string): string | undefined {
  if (!existsSync(outbox)) return undefined;
  return readdirSync(outbox)
    .map((name) => readFileSync(join(outbox, name), 'utf8'))
    .find((text) => text.includes(email));
}
