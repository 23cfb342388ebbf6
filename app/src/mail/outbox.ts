import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mail, Mailer } from './mail.ts';

/**
 * Writes each mail to a file of its own, for developers. The names sort by time.
 * @param folder MAIL_OUTBOX.
 * @param from MAIL_FROM.
 */
export function outboxMailer(folder: string, from: string): Mailer {
  return {
    async send(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const now = new Date();
      const time = now.toISOString().replaceAll(':', '-');
      const file = join(folder, `${time}-${randomUUID().slice(0, 8)}.eml`);
      // It may hold a token that opens an account.
      await writeFile(file, message(mail, from, now), { mode: 0o600 });
    },
  };
}

/** Not by nodemailer: that breaks long lines, and with them the links that developers copy. */
function message({ to, subject, text }: Mail, from: string, date: Date): string {
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
  ].join('\n');
}
