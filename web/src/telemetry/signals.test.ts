import { reportRender, type Signal, takeSignals } from './signals.ts';

test('what the app tells is kept until telemetry is there, but not without end', () => {
  for (let at = 0; at < 1000; at++) reportRender('early', at);
  const taken: Signal[] = [];
  takeSignals((signal) => taken.push(signal));
  expect(taken).toHaveLength(50);
  expect(taken[0]).toMatchObject({ kind: 'render', page: 'early', duration: 0 });
  reportRender('late', 1);
  expect(taken[50]).toMatchObject({ page: 'late' });
});
