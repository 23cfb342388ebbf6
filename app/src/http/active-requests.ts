import { metrics } from '@opentelemetry/api';
import type { RequestHandler } from 'express';
import { incubating, instrumentationScope } from '../telemetry/names.ts';

/** Tells how many requests are being served, each time that metrics are sent. */
export function countActive(): RequestHandler {
  let active = 0;
  metrics
    .getMeter(instrumentationScope)
    .createObservableUpDownCounter(incubating.activeRequests, {
      description: 'Requests that are being served; probes do not count',
      unit: '{request}',
    })
    .addCallback((result) => result.observe(active));
  return (_request, response, next) => {
    active += 1;
    response.once('close', () => {
      active -= 1;
    });
    next();
  };
}
