import { ROOT_CONTEXT, SpanStatusCode } from '@opentelemetry/api';
import {
  CompositePropagator,
  W3CBaggagePropagator,
  W3CTraceContextPropagator,
} from '@opentelemetry/core';
import { Activities } from './activities.ts';
import { PageState } from './page-state.ts';
import { tracedFetch } from './requests.ts';
import { testTracer } from './testing.ts';

const origin = 'https://recipes.example';
const userId = '6650f0c2a4b1d2e3f4a5b6c7';

function traced(answer: () => Promise<Response>) {
  const { tracer, spans } = testTracer();
  const sent: Headers[] = [];
  const activities = new Activities(tracer);
  const state = new PageState(() => userId);
  state.route = '/recipes/:id';
  state.flow = 'add-recipe';
  const send = tracedFetch(
    async (_input, init) => {
      sent.push(new Headers(init?.headers));
      return answer();
    },
    {
      tracer,
      activities,
      propagator: new CompositePropagator({
        propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()],
      }),
      withBaggage: (context) => state.withBaggage(context),
      origin,
    },
  );
  return { send, sent, spans, activities };
}

const ok = async () => new Response('{}', { headers: { 'x-request-id': 'request-1' } });

test('a request has a span of its pattern, which the server goes on with', async () => {
  const { send, sent, spans } = traced(ok);
  await send('/api/recipes/6650f0c2a4b1d2e3f4a5b6c7?q=secret', {
    method: 'PATCH',
    headers: { authorization: 'Bearer x' },
  });
  const [span] = spans();
  expect(span?.name).toBe('PATCH /api/recipes/:id');
  expect(span?.attributes).toEqual({
    'http.request.method': 'PATCH',
    'url.template': '/api/recipes/:id',
    'http.response.status_code': 200,
    'request.id': 'request-1',
  });
  const { traceId, spanId } = span?.spanContext() ?? {};
  expect(Object.fromEntries(sent[0] ?? [])).toEqual({
    authorization: 'Bearer x',
    traceparent: `00-${traceId}-${spanId}-01`,
    // The page and the flow, and nothing of the person.
    baggage: 'web.route=%2Frecipes%2F%3Aid,web.flow=add-recipe',
  });
});

test('a request that comes of a click is its child, also after an await', async () => {
  const { send, spans, activities } = traced(ok);
  activities.begin('click', {}, Date.now());
  await send('/api/recipes');
  await send('/api/recipes');
  activities.finish();
  const click = spans()
    .find(({ name }) => name === 'click')
    ?.spanContext().spanId;
  const parents = spans().flatMap(({ parentSpanContext }) => parentSpanContext?.spanId ?? []);
  expect(parents).toEqual([click, click]);
  expect(activities.context).toBe(ROOT_CONTEXT);
});

test('other origins are told nothing', async () => {
  const { send, sent, spans } = traced(ok);
  await send('https://elsewhere.example/api/recipes');
  expect([...(sent[0] ?? [])]).toEqual([]);
  expect(spans()).toEqual([]);
});

test.each<[string, () => Promise<Response>, SpanStatusCode, string | undefined]>([
  ['404', async () => new Response('', { status: 404 }), SpanStatusCode.UNSET, undefined],
  ['503', async () => new Response('', { status: 503 }), SpanStatusCode.ERROR, '503'],
  ['no answer', () => Promise.reject(new TypeError('x')), SpanStatusCode.ERROR, 'TypeError'],
  [
    'a page that is left',
    () => Promise.reject(new DOMException('', 'AbortError')),
    SpanStatusCode.UNSET,
    'AbortError',
  ],
])('after %s the request has failed, or not', async (_what, answer, code, type) => {
  const { send, spans } = traced(answer);
  await send('/api/recipes').catch(() => undefined);
  expect(spans()[0]?.status.code).toBe(code);
  expect(spans()[0]?.attributes['error.type']).toBe(type);
});
