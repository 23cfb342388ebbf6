import type { Instrumentation } from '@opentelemetry/instrumentation';
import { DnsInstrumentation } from '@opentelemetry/instrumentation-dns';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { NetInstrumentation } from '@opentelemetry/instrumentation-net';
import { PinoInstrumentation } from '@opentelemetry/instrumentation-pino';
import { RedisInstrumentation } from '@opentelemetry/instrumentation-redis';
import { RuntimeNodeInstrumentation } from '@opentelemetry/instrumentation-runtime-node';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { isProbe } from '../health/paths.ts';
import { redisText } from './redis-spans.ts';

/** What is traced and measured without a line in the app. */
export function instrumentations(): Instrumentation[] {
  return [
    new HttpInstrumentation({
      // A probe every few seconds says nothing; this also silences the queries it makes.
      ignoreIncomingRequestHook: (request) => isProbe(request.url ?? ''),
      // What is fetched from other sites has a span of the app's own, without the address: that, and
      // the name of the site as a label of a metric, would be whatever a user asks for.
      disableOutgoingRequestInstrumentation: true,
    }),
    // Those of the database are made where its commands are watched anyway.
    new RedisInstrumentation({ requireParentSpan: true, dbStatementSerializer: redisText }),
    // These two cost nothing as long as no connection is made. Within a request one is made to fetch a page,
    // or because the pool of the database was too small: then it is what took the time.
    new DnsInstrumentation(),
    new NetInstrumentation(),
    new UndiciInstrumentation({ requireParentforSpans: true }),
    new PinoInstrumentation(),
    new RuntimeNodeInstrumentation(),
  ];
}

/** The modules that the instrumentations above patch when they are imported. */
export const patchedModules = [
  ...['http', 'https', 'net', 'dns', 'dns/promises'].flatMap((name) => [name, `node:${name}`]),
  'pino',
  'redis',
  '@redis/client',
];
