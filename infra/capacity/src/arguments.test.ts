import { readArguments } from './arguments.ts';

test('without any, 10,000 and 100,000 requests a second of the usual mix are planned for', () => {
  const { rates, mix, assumptions } = readArguments({});
  expect(rates).toEqual([10_000, 100_000]);
  expect(Object.values(mix).reduce((sum, part) => sum + part, 0)).toBeCloseTo(1);
  expect(assumptions.utilisation).toBe(0.6);
});

test('a mix is parts of any size', () => {
  const { mix } = readArguments({ MIX: 'list=3, item=1' });
  expect(mix).toMatchObject({ list: 0.75, item: 0.25, login: 0 });
});

test.each([
  [{ RPS: 'many' }, 'RPS is "many"'],
  [{ RPS: '0' }, 'RPS is "0"'],
  [{ RPS: '1e12' }, 'RPS is "1e12"'],
  [{ MIX: 'list=1e308,item=1e308' }, 'MIX has "list=1e308"'],
  [{ MIX: 'list=1,list=2' }, 'MIX has "list=2"'],
  [{ MIX: 'list=1=9' }, 'MIX has "list=1=9"'],
  [{ UTILISATION: '99.9' }, 'UTILISATION is "99.9"'],
  [{ MIX: 'cake=1' }, 'MIX has "cake=1"'],
  [{ MIX: 'list' }, 'MIX has "list"'],
  [{ MIX: 'list=0' }, 'one part at least must be above 0'],
  [{ UTILISATION: '100' }, 'UTILISATION is "100"'],
  [{ NODE_CORES: '0' }, 'NODE_CORES is "0"'],
])('%j is refused with a sentence', (text, sentence) => {
  expect(() => readArguments(text)).toThrow(sentence);
});
