import { type Measured, readMeasured } from '@recipe-book/capacity';
import { summary } from './tables.ts';

const kept = readMeasured();
const rounds = [
  { rate: 400, idle: 0.04, others: 0.01 },
  { rate: 90, idle: 0.6, others: 0 },
];
const measured: Measured = {
  ...kept,
  saturation: kept.saturation.map((one) => ({ ...one, rounds })),
};
const rows = summary(measured).split('\n');

test('a round is marked in which the cores had nothing to do for more than a quarter of the time', () => {
  const cells = rows.filter((row) => /^\| [12] .*%/.test(row));
  expect(cells.map((row) => row.includes('stalled'))).toEqual([false, true]);
  expect(cells[1]).toContain('90, 60 %, 0 %, stalled');
});

test('nothing is predicted for the one instance that predictions are made of', () => {
  const start = rows.findIndex((row) => row.startsWith('| instances'));
  const predicted = rows.slice(start + 2, start + 5).map((row) => row.split('|')[3]?.trim());
  expect(predicted).toEqual(['-', expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/)]);
});

test('each of the six programs has its factor', () => {
  const start = rows.findIndex((row) => row.startsWith('| usual mix'));
  const factors = rows.slice(start + 2, start + 8).map((row) => Number(row.split('|')[4]));
  expect(factors.every((factor) => factor > 0)).toBe(true);
});
