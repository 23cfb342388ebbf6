import {
  type Context,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapPropagator,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { Activities } from './activities.ts';
import { asError } from './as-error.ts';
import { attributes } from './names.ts';
import { urlTemplate } from './url-template.ts';

/** Sends a request, as the browser's own `fetch`. */
export type Fetch = typeof fetch;

/** What a traced request needs. */
interface RequestTracing {
  readonly tracer: Tracer;
  readonly activities: Activities;
  readonly propagator: TextMapPropagator<Headers>;
  /** Puts what is known of the page into the context that travels with the request. */
  readonly withBaggage: (context: Context) => Context;
  /** The page's own origin: nobody else is told anything. */
  readonly origin: string;
}

/** Makes a `fetch` with a span for each request to our own origin, whose trace the server goes on with. */
export function tracedFetch(
  send: Fetch,
  { tracer, activities, propagator, withBaggage, origin }: RequestTracing,
): Fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, origin);
    if (url.origin !== origin) return send(input, init);
    const given = input instanceof Request ? input : undefined;
    const method = (init?.method ?? given?.method ?? 'GET').toUpperCase();
    const template = urlTemplate(url.pathname);
    const parent = activities.context;
    const span = tracer.startSpan(
      `${method} ${template}`,
      {
        kind: SpanKind.CLIENT,
        attributes: { [attributes.method]: method, [attributes.urlTemplate]: template },
      },
      parent,
    );
    const release = activities.hold();
    const headers = new Headers(init?.headers ?? given?.headers);
    propagator.inject(withBaggage(trace.setSpan(parent, span)), headers, {
      set: (carrier, name, value) => carrier.set(name, value),
    });
    try {
      const response = await send(input, { ...init, headers });
      describe(span, response);
      return response;
    } catch (error) {
      fail(span, error);
      throw error;
    } finally {
      span.end();
      release();
    }
  };
}

function describe(span: Span, response: Response): void {
  span.setAttribute(attributes.status, response.status);
  const requestId = response.headers.get('x-request-id');
  if (requestId !== null) span.setAttribute(attributes.requestId, requestId);
  // What is refused (4xx) is the server's answer, not its failure.
  if (response.status >= 500) {
    span.setAttribute(attributes.errorType, String(response.status));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
}

function fail(span: Span, error: unknown): void {
  const name = asError(error)?.name ?? typeof error;
  span.setAttribute(attributes.errorType, name);
  // Whoever leaves a page gives up its requests.
  if (name !== 'AbortError') span.setStatus({ code: SpanStatusCode.ERROR });
}
