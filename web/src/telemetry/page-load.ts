import { type Context, ROOT_CONTEXT, type Tracer, trace } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { attributes, spanNames } from './names.ts';

/**
 * Makes the spans of a load that is over, from what the browser measured, in the trace of the request that
 * brought the page.
 * @returns their context.
 */
export function recordPageLoad(tracer: Tracer): Context {
  const [load] = performance.getEntriesByType('navigation');
  if (load === undefined) return ROOT_CONTEXT;
  const at = (time: number) => performance.timeOrigin + time;
  const page = tracer.startSpan(
    spanNames.pageLoad,
    { startTime: at(0), attributes: { [attributes.navigationType]: load.type } },
    requestContext(load.serverTiming),
  );
  const context = trace.setSpan(ROOT_CONTEXT, page);
  tracer
    .startSpan(spanNames.documentFetch, { startTime: at(load.fetchStart) }, context)
    .end(at(load.responseEnd));
  page.end(at(load.loadEventEnd));
  return context;
}

/** Envoy tells the span of the page's request by a header that scripts can read (Server-Timing). */
export function requestContext(
  timings: readonly Pick<PerformanceServerTiming, 'name' | 'description'>[],
): Context {
  const told = timings.find(({ name }) => name === 'traceparent')?.description ?? '';
  const span = parseTraceParent(told);
  return span ? trace.setSpanContext(ROOT_CONTEXT, { ...span, isRemote: true }) : ROOT_CONTEXT;
}
