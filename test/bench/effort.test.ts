import { chosenOf, EffortError, numberOf } from './effort.ts';

const rounds = { standard: 3, least: 1, most: 100 } as const;

test('a number that is not set or empty is the standard one', () => {
  expect(numberOf('ROUNDS', rounds, {})).toBe(3);
  expect(numberOf('ROUNDS', rounds, { ROUNDS: '' })).toBe(3);
});

test('a number within its bounds is taken', () => {
  expect(numberOf('ROUNDS', rounds, { ROUNDS: '1' })).toBe(1);
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

test('where a fraction may be, it is said so', () => {
  expect(() => numberOf('SECONDS', { ...rounds, fraction: true }, { SECONDS: '0.5' })).toThrow(
    'SECONDS is "0.5"; it must be a number from 1 to 100.',
  );
});

test('why not less is said where it is not plain', () => {
  expect(() =>
    numberOf('ROUNDS', { ...rounds, why: 'fewer say nothing' }, { ROUNDS: '0' }),
  ).toThrow('ROUNDS is "0"; it must be a whole number from 1 to 100: fewer say nothing.');
});

test('they are read from the environment of this program', () => {
  process.env['EFFORT_TEST'] = '7';
  expect(numberOf('EFFORT_TEST', rounds)).toBe(7);
  expect(() => chosenOf('EFFORT_TEST', [{ name: 'list' }])).toThrow('EFFORT_TEST names "7"');
  delete process.env['EFFORT_TEST'];
});

test('some are chosen by name, all when none is named', () => {
  const all = [{ name: 'list' }, { name: 'item' }];
  expect(chosenOf('ENDPOINTS', all, {})).toBe(all);
  expect(chosenOf('ENDPOINTS', all, { ENDPOINTS: 'item, list' })).toEqual([all[1], all[0]]);
  const unknown = () => chosenOf('ENDPOINTS', all, { ENDPOINTS: 'lists' });
  expect(unknown).toThrow(EffortError);
  expect(unknown).toThrow('ENDPOINTS names "lists"; it must be some of list, item.');
  expect(chosenOf('ENDPOINTS', all, { ENDPOINTS: '' })).toBe(all);
});
