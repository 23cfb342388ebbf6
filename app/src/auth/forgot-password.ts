import { endpoint } from '../http/endpoint.ts';
import { PasswordResetMail } from '../mail/password-reset.ts';
import type { AuthParts } from './parts.ts';
import { emailOnly } from './schemas.ts';

type Parts = Pick<AuthParts, 'passwordResets' | 'mailer' | 'background' | 'events' | 'settings'>;

export function forgotPassword({ passwordResets, mailer, background, events, settings }: Parts) {
  const { PUBLIC_URL, INGRESS_PORT, PASSWORD_RESET_TTL } = settings;
  const base = PUBLIC_URL ?? `http://localhost:${INGRESS_PORT}`;
  const mails = new PasswordResetMail(base, PASSWORD_RESET_TTL);

  async function sendLink(email: string): Promise<void> {
    const token = await passwordResets.begin(email);
    if (token !== undefined) await mailer.send(mails.write(email, token));
  }

  return endpoint(
    {
      method: 'post',
      path: '/api/auth/forgot-password',
      operationId: 'forgotPassword',
      summary: 'Have a link for setting a new password sent to an address',
      tag: 'auth',
      signedIn: false,
      body: emailOnly,
      replies: { 202: { description: 'If there is an account with this address, it gets a mail' } },
    },
    ({ body }) => {
      // Not even the look-up happens before the answer, which therefore tells nobody who has an account.
      background.run('sending a link for a new password', () => sendLink(body.email));
      events.record('password.reset_asked', {});
      return { status: 202 };
    },
  );
}
