import { createTransport } from 'nodemailer';
import type { Mailer } from './mail.ts';

/** Milliseconds; nobody waits for a mail, but a server that hangs must not pile them up. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Keeps out-of-office replies away (RFC 3834). */
const headers = { 'Auto-Submitted': 'auto-generated' };

/**
 * Sends by a mail server.
 * @param url SMTP_URL.
 * @param from MAIL_FROM.
 */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, ...timeouts }, { from, headers });
  return {
    async send(mail) {
      try {
        await transport.sendMail(mail);
      } catch (error) {
        throw new Error(`The mail server did not take the mail: ${reason(error)}.`);
      }
    },
  };
}

/** What helps an operator. The error's own message may quote the recipient's address. */
function reason(error: unknown): string {
  const { code, responseCode, command } = error as Readonly<Record<string, unknown>>;
  return [code, responseCode, command].filter((part) => part !== undefined).join(' ');
}
