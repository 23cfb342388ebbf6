import { z } from 'zod';
import { urlAllowed, urlOf } from '../types.ts';
import { variables } from '../variable.ts';

const stream = { schema: z.string().regex(/^[\w-]{1,100}$/), allowed: 'letters, digits, _ and -' };
const readers = ['collector'] as const;

/** The backend for traces, metrics and logs (REQ-018 FR-018-3). */
export const openobserveVariables = variables({
  OPENOBSERVE_URL: {
    schema: urlOf('http', 'https'),
    allowed: urlAllowed('http', 'https'),
    readers: ['collector', 'make'],
    effect: 'OpenObserve. Unset: telemetry goes to files, shown by `make logs` and `make traces`.',
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
    readers,
    effect:
      'Sent with metrics; OpenObserve makes a stream of each metric name and ignores it today.',
  },
  OPENOBSERVE_USERNAME: {
    schema: z.string().min(1),
    default: 'admin@example.com',
    allowed: 'an e-mail address',
    readers,
    effect: 'User for sending telemetry.',
  },
  OPENOBSERVE_PASSWORD: {
    schema: z.string().min(1),
    allowed: 'any text',
    readers,
    effect: 'Password of that user.',
    secret: true,
  },
});
