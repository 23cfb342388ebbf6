import { type Context, ROOT_CONTEXT, type Tracer, trace } from '@opentelemetry/api';
import { attributes, spanNames } from './names.ts';

/** Makes the spans of a load that is over, from what the browser measured. @returns their context. */
export function recordPageLoad(tracer: Tracer): Context {
  const [load] = performance.getEntriesByType('navigation');
  if (load === undefined) return ROOT_CONTEXT;
  const at = (time: number) => performance.timeOrigin + time;
  const page = tracer.startSpan(
    spanNames.pageLoad,
    { startTime: at(0), attributes: { [attributes.navigationType]: load.type } },
    ROOT_CONTEXT,
  );
  const context = trace.setSpan(ROOT_CONTEXT, page);
  tracer
    .startSpan(spanNames.documentFetch, { startTime: at(load.fetchStart) }, context)
    .end(at(load.responseEnd));
  page.end(at(load.loadEventEnd));
  return context;
}
