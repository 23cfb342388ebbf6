import { chosenOf, EffortError, numberOf } from './effort.ts';

const rounds = { standard: 3, least: 1, most: 100 } as const;

test('a number that is not set or empty is the standard one', () => {
  expect(numberOf('ROUNDS', rounds, {})).toBe(3);
  expect(numberOf('ROUNDS', rounds, { ROUNDS: '' })).toBe(3);
});

test('a number within its bounds is taken', () => {
  expect(numberOf('ROUNDS', rounds, { ROUNDS: '100' })).toBe(100);
  expect(numberOf('SECONDS', { ...rounds, fraction: true }, { SECONDS: '1.5' })).toBe(1.5);
});

test.each(['0', '101', '1.5', '-1', 'many', '0x5', ' '])(
  '"%s" rounds are refused by name',
  (text) => {
    const read = () => numberOf('ROUNDS', rounds, { ROUNDS: text });
    expect(read).toThrow(EffortError);
    expect(read).toThrow(`ROUNDS is "${text}"; it must be a whole number from 1 to 100.`);
  },
);

test('some are chosen by name, all when none is named', () => {
  const all = [{ name: 'list' }, { name: 'item' }];
  expect(chosenOf('ENDPOINTS', all, {})).toBe(all);
  expect(chosenOf('ENDPOINTS', all, { ENDPOINTS: 'item, list' })).toEqual([all[1], all[0]]);
  expect(() => chosenOf('ENDPOINTS', all, { ENDPOINTS: 'lists' })).toThrow(
    'ENDPOINTS names "lists"; it must be some of list, item.',
  );
});
