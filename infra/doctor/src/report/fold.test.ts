import { fold } from './fold.ts';

test('the same of several pods is told once', () => {
  const same = { level: 'error' as const, what: 'is slow', remedy: 'Wait.' };
  const folded = fold([
    { ...same, object: 'Pod a', details: ['of a'] },
    { ...same, object: 'Pod b', details: ['of b'] },
    { ...same, object: 'Pod c', level: 'warning' },
  ]);
  expect(folded).toEqual([
    { ...same, objects: ['Pod a', 'Pod b'], details: ['of a'] },
    { ...same, objects: ['Pod c'], level: 'warning' },
  ]);
});

test('what differs between objects other than pods is told of each', () => {
  const same = { level: 'error' as const, what: 'differs in 1 place', remedy: 'Apply it.' };
  expect(
    fold([
      { ...same, object: 'Service a', details: ['type'] },
      { ...same, object: 'Service b', details: ['ports'] },
    ]),
  ).toHaveLength(2);
});
