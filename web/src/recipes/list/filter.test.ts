import { readFilter, writeFilter } from './filter.ts';

test('an address and a filter say the same', () => {
  const address = 'q=suop&tag=winter&cuisine=French&dishType=soup&maxMinutes=30&sort=rating';
  const filter = readFilter(new URLSearchParams(address));
  expect(filter).toEqual({
    q: 'suop',
    tag: 'winter',
    cuisine: 'French',
    dishType: 'soup',
    maxMinutes: 30,
    sort: 'rating',
  });
  expect(String(writeFilter(filter))).toBe(address);
});

test.each(['', 'q=%20&tag=', 'maxMinutes=0&sort=worst', 'maxMinutes=-5', 'page=2'])(
  'what makes no sense in "%s" is left aside',
  (address) => {
    expect(readFilter(new URLSearchParams(address))).toEqual({});
  },
);
