import type { Settings } from '@recipe-book/settings';
import type { Logger } from '../logging/logger.ts';
import type { Mailer } from './mail.ts';
import { outboxMailer } from './outbox.ts';
import { smtpMailer } from './smtp.ts';

type MailSettings = Pick<Settings, 'APP_ENV' | 'SMTP_URL' | 'MAIL_FROM' | 'MAIL_OUTBOX'>;

/** Sender of mails that never leave the machine. */
const localSender = 'Recipe Book <recipe-book@localhost>';

/** The way to send mails that the settings ask for. Says so once when there is none. */
export function openMailer(settings: MailSettings, logger: Logger): Mailer {
  const from = settings.MAIL_FROM ?? localSender;
  if (settings.SMTP_URL !== undefined) return smtpMailer(settings.SMTP_URL, from);
  if (settings.APP_ENV === 'development') return outboxMailer(settings.MAIL_OUTBOX, from);
  logger.warn('SMTP_URL is not set, so no mails are sent: nobody can reset a forgotten password');
  return { send: async () => {} };
}
