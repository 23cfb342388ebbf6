import { placeBeside } from './places.ts';

const days = ['2026-12-31', '2027-01-01', '2027-01-02'];
const meals = ['lunch', 'dinner'];

test.each([
  ['ArrowRight', '2026-12-31 lunch', '2027-01-01 lunch'],
  ['ArrowLeft', '2027-01-01 dinner', '2026-12-31 dinner'],
  ['ArrowDown', '2026-12-31 lunch', '2026-12-31 dinner'],
  ['ArrowDown', '2026-12-31 dinner', '2027-01-01 lunch'],
  ['ArrowUp', '2027-01-01 lunch', '2026-12-31 dinner'],
  ['ArrowUp', '2026-12-31 lunch', undefined],
  ['ArrowLeft', '2026-12-31 dinner', undefined],
  ['ArrowRight', '2027-01-02 lunch', undefined],
  ['ArrowDown', '2027-01-02 dinner', undefined],
  ['Home', '2026-12-31 lunch', undefined],
])('%s leads from %s to %s', (key, from, to) => {
  const [date = '', meal = ''] = from.split(' ');
  const found = placeBeside({ date, meal }, key, days, meals);
  expect(found && `${found.date} ${found.meal}`).toBe(to);
});
