import { randomUUID } from 'node:crypto';
import { type Client, createEventEnvelope, parseEnvelope } from '@sentry/core';
import express, { type RequestHandler, Router } from 'express';
import { currentRequest } from '../http/context.ts';
import { refuseCrossSite } from '../http/cross-site.ts';
import { HttpProblem } from '../http/problem.ts';
import { PerMinute } from './per-minute.ts';
import { browserEvent } from './safe-event.ts';

/** Most errors of front ends that are reported in a minute, of all addresses; Envoy lets fewer through of each. */
const maxPerMinute = 100;

/** A long stack has some 10 KB. */
const maxBytes = 100_000;

/**
 * `POST /error-reports`: what Sentry's SDK in a browser sends, by its option `tunnel`. It is passed on from here, so
 * that Sentry learns nothing of the browser, and nothing leaves but what is named in `safe-event.ts`. Whose error it is
 * says the token, not the report.
 */
export function fromBrowsers(client: Client): RequestHandler {
  const bound = new PerMinute(maxPerMinute);
  const body = express.text({ type: () => true, limit: maxBytes });
  return Router().post('/error-reports', refuseCrossSite(), body, (request, response) => {
    const event = readEvent(request.body);
    if (!bound.take()) {
      throw new HttpProblem(429, 'Too many errors are reported; this one is left out.', {
        headers: { 'Retry-After': '60' },
      });
    }
    const userId = currentRequest()?.userId;
    void client.sendEnvelope(
      createEventEnvelope(
        {
          event_id: randomUUID().replaceAll('-', ''),
          ...event,
          ...(userId !== undefined && { user: { id: userId } }),
          type: undefined,
          platform: 'javascript',
          timestamp: Date.now() / 1000,
        },
        client.getDsn(),
        client.getSdkMetadata(),
      ),
    );
    response.status(204).end();
  });
}

/** The one event that is in an envelope. */
function readEvent(body: unknown) {
  try {
    const [, items] = parseEnvelope(String(body));
    const [, payload] = items.find(([{ type }]) => type === 'event') ?? [];
    return browserEvent.parse(payload);
  } catch {
    throw new HttpProblem(400, 'The body is not the report of an error.');
  }
}
