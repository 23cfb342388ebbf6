import { z } from 'zod';
import { duration, durationAllowed, urlAllowed, urlOf } from '../types.ts';
import { variables } from '../variable.ts';

/** How long users stay signed in, and how mail reaches them. */
export const accountVariables = variables({
  REFRESH_TOKEN_TTL: {
    schema: duration,
    default: '30d',
    allowed: durationAllowed,
    readers: ['app'],
    effect: 'How long a user stays signed in without coming back; each visit starts it anew.',
  },
  PASSWORD_RESET_TTL: {
    schema: duration,
    default: '1h',
    allowed: durationAllowed,
    readers: ['app'],
    effect: 'How long the link in a password-reset mail works.',
  },
  SMTP_URL: {
    schema: urlOf('smtp', 'smtps'),
    allowed: urlAllowed('smtp', 'smtps'),
    readers: ['app'],
    effect:
      'Mail server, such as smtps://user:password@mail.example:465. Without it mails go to MAIL_OUTBOX in development, and nowhere else.',
    secret: true,
  },
  MAIL_FROM: {
    schema: z.string().regex(/^[^\r\n]*@[^\r\n]+$/),
    allowed: 'an e-mail address, such as Recipe Book <cook@example.com>',
    readers: ['app', 'synth'],
    effect:
      'Sender of the mails. Needed with SMTP_URL; set for the manifests, it makes the pods take SMTP_URL from the Secret.',
  },
  PUBLIC_URL: {
    schema: urlOf('http', 'https'),
    allowed: urlAllowed('http', 'https'),
    readers: ['app', 'envoy'],
    effect:
      'Where users reach the product; base of the links in mails. Needed with SMTP_URL; else http://localhost with INGRESS_PORT.',
  },
  MAIL_OUTBOX: {
    schema: z.string().min(1),
    default: '.run/outbox',
    allowed: 'the path of a folder',
    readers: ['app'],
    effect: 'Folder that mails are written to in development while SMTP_URL is not set.',
  },
});
