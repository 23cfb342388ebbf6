import { propagation, type Span } from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace';
import { currentRequest, type RequestContext } from '../http/context.ts';
import { attributes } from './names.ts';

/** Puts the ids of the request and of the user on a span. */
export function setRequestAttributes(span: Span, request: RequestContext): void {
  span.setAttribute(attributes.requestId, request.requestId);
  if (request.userId !== undefined) span.setAttribute(attributes.userId, request.userId);
}

/** Does so for every span that is started while a request is served, with what its baggage says. */
export const requestAttributes: SpanProcessor = {
  onStart(span, parent) {
    const request = currentRequest();
    if (request) setRequestAttributes(span, request);
    const baggage = propagation.getBaggage(parent)?.getAllEntries() ?? [];
    for (const [key, { value }] of baggage) span.setAttribute(key, value);
  },
  onEnd() {},
  async forceFlush() {},
  async shutdown() {},
};
