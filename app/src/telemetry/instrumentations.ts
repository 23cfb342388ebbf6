import type { Instrumentation } from '@opentelemetry/instrumentation';
import { DnsInstrumentation } from '@opentelemetry/instrumentation-dns';
import { ExpressInstrumentation, ExpressLayerType } from '@opentelemetry/instrumentation-express';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { MongoDBInstrumentation } from '@opentelemetry/instrumentation-mongodb';
import { NetInstrumentation } from '@opentelemetry/instrumentation-net';
import { PinoInstrumentation } from '@opentelemetry/instrumentation-pino';
import { RedisInstrumentation } from '@opentelemetry/instrumentation-redis';
import { RuntimeNodeInstrumentation } from '@opentelemetry/instrumentation-runtime-node';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { isProbe } from '../health/paths.ts';

/** What is traced and measured without a line in the app. */
export function instrumentations(): Instrumentation[] {
  return [
    new HttpInstrumentation({
      // A probe every few seconds says nothing; this also silences the queries it makes.
      ignoreIncomingRequestHook: (request) => isProbe(request.url ?? ''),
    }),
    new ExpressInstrumentation({
      // One span for the handler is enough; the server span carries the route.
      ignoreLayersType: [ExpressLayerType.MIDDLEWARE, ExpressLayerType.ROUTER],
    }),
    // Mongoose has an instrumentation too, but each of its spans repeats one of these.
    new MongoDBInstrumentation({ requireParentSpan: true }),
    new RedisInstrumentation({ requireParentSpan: true }),
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
  'express',
  'mongodb',
  'pino',
  'redis',
  '@redis/client',
];
