import { Flows } from './flows.ts';
import { PageState } from './page-state.ts';
import { testTracer } from './testing.ts';

test('a flow that begins anew is abandoned and counts from then on', () => {
  const { tracer, spans } = testTracer();
  const state = new PageState(() => undefined);
  const flows = new Flows(tracer, state);
  const begin = 1_700_000_000_000;
  flows.start('sign-in', begin);
  flows.start('sign-in', begin + 1000);
  expect(state.flow).toBe('sign-in');
  flows.end('sign-in', 'done', begin + 3000);
  expect(state.flow).toBeUndefined();
  const told = spans().map(({ duration, attributes }) => [duration[0], attributes]);
  expect(told).toEqual([
    [1, { 'web.flow.outcome': 'abandoned' }],
    [2, { 'web.flow.outcome': 'done' }],
  ]);
});
