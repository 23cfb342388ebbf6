import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { requestContext } from './page-load.ts';

const [traceId, spanId] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];

test('a load goes on with the trace of its request, when Envoy told it', () => {
  const told = { name: 'traceparent', description: `00-${traceId}-${spanId}-01` };
  const context = requestContext([{ name: 'cache', description: 'hit' }, told]);
  expect(trace.getSpanContext(context)).toMatchObject({ traceId, spanId });
});

test.each([[[]], [[{ name: 'traceparent', description: '00-nonsense' }]]])(
  'with %j it begins one',
  (timings) => {
    expect(requestContext(timings)).toBe(ROOT_CONTEXT);
  },
);
