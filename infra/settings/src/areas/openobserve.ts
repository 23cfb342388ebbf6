import { z } from 'zod';
import { integer, integerAllowed, listOf, urlAllowed, urlOf } from '../types.ts';
import { variables } from '../variable.ts';

const stream = { schema: z.string().regex(/^[\w-]{1,100}$/), allowed: 'letters, digits, _ and -' };
const readers = ['collector', 'observe'] as const;
const provisioned = ['observe'] as const;

/** Where alerts can go. */
const alertTargets = ['webhook', 'slack', 'email'] as const;
export type AlertTarget = (typeof alertTargets)[number];

/** Below three days OpenObserve does not start with such a value, so no stream gets one. */
const retention = {
  schema: integer(3, 3650),
  allowed: integerAllowed(3, 3650),
  readers: provisioned,
};

/** The backend for traces, metrics and logs (REQ-018 FR-018-3). */
export const openobserveVariables = variables({
  OPENOBSERVE_URL: {
    schema: urlOf('http', 'https'),
    allowed: urlAllowed('http', 'https'),
    readers: ['collector', 'make', 'observe'],
    effect:
      'OpenObserve. Unset: `make up` starts the `openobserve` of the PATH, if there is one; else telemetry goes to files, shown by `make logs` and `make traces`.',
  },
  OPENOBSERVE_ORG: {
    schema: z.string().regex(/^\w+$/),
    default: 'default',
    allowed: 'letters, digits and _',
    readers,
    effect: 'Organization in OpenObserve.',
  },
  OPENOBSERVE_STREAM_LOGS: {
    ...stream,
    default: 'recipe-book-logs',
    readers,
    effect: 'Stream for logs; OpenObserve writes its dashes as underscores.',
  },
  OPENOBSERVE_STREAM_TRACES: {
    ...stream,
    default: 'recipe-book-traces',
    readers,
    effect: 'Stream for traces.',
  },
  OPENOBSERVE_STREAM_METRICS: {
    ...stream,
    default: 'recipe-book-metrics',
    readers: ['collector'],
    effect:
      'Sent with metrics; OpenObserve makes a stream of each metric name and ignores it today.',
  },
  OPENOBSERVE_USERNAME: {
    schema: z.string().min(1),
    default: 'admin@example.com',
    allowed: 'an e-mail address',
    readers,
    effect:
      'User for sending telemetry; `make observe` needs one that may change the organization, such as the first.',
  },
  OPENOBSERVE_PASSWORD: {
    schema: z.string().min(1),
    allowed: 'any text',
    readers,
    effect: 'Password of that user.',
    secret: true,
  },
  OPENOBSERVE_RETENTION_LOGS: { ...retention, default: '30', effect: 'Days that logs are kept.' },
  OPENOBSERVE_RETENTION_TRACES: {
    ...retention,
    default: '14',
    effect: 'Days that traces are kept.',
  },
  OPENOBSERVE_RETENTION_METRICS: {
    ...retention,
    default: '90',
    effect: 'Days that metrics are kept.',
  },
  OPENOBSERVE_ALERTS_TO: {
    schema: z
      .string()
      .regex(new RegExp(`^(${alertTargets.join('|')})(,(${alertTargets.join('|')}))*$`))
      .transform((text) => [...new Set(text.split(','))] as AlertTarget[]),
    allowed: `${alertTargets.join(', ')}, parted by commas`,
    readers: provisioned,
    effect: 'Where alerts go. Unset: there are no alerts, since each must go somewhere.',
  },
  OPENOBSERVE_WEBHOOK_URL: {
    schema: urlOf('http', 'https'),
    allowed: urlAllowed('http', 'https'),
    readers: provisioned,
    effect: 'Gets each alert as JSON by POST.',
    secret: true,
  },
  OPENOBSERVE_SLACK_URL: {
    schema: urlOf('http', 'https'),
    allowed: urlAllowed('http', 'https'),
    readers: provisioned,
    effect: 'Incoming webhook of Slack.',
    secret: true,
  },
  OPENOBSERVE_ALERT_EMAILS: {
    schema: listOf(z.email()),
    allowed: 'e-mail addresses, parted by commas',
    readers: provisioned,
    effect:
      'Who gets alerts by e-mail; each must be a user of OpenObserve, which must have a mail server.',
  },
  OPENOBSERVE_READER_EMAIL: {
    schema: z.email(),
    allowed: 'an e-mail address',
    readers: provisioned,
    effect:
      'A user for people who look; OpenObserve without a licence gives every user all rights.',
  },
  OPENOBSERVE_READER_PASSWORD: {
    schema: z.string().min(8),
    allowed:
      'at least 8 characters; OpenObserve asks for a small and a capital letter, a digit and a sign',
    readers: provisioned,
    effect: 'Password of that user when it is made; later ones are not set.',
    secret: true,
  },
});
