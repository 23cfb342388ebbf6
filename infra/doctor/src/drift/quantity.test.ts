import fc from 'fast-check';
import { sameQuantity } from './quantity.ts';

test.each([
  ['1000m', '1'],
  ['0.5', '500m'],
  ['1Gi', '1024Mi'],
  ['0.5Gi', '512Mi'],
  ['1.5Ki', '1536'],
  ['1e3', '1k'],
  ['12e-1', '1200m'],
  ['100M', '0.1G'],
  [1, '1'],
])('%s is %s', (a, b) => {
  expect(sameQuantity(a, b)).toBe(true);
  expect(sameQuantity(b, a)).toBe(true);
});

test.each([
  ['1', '1m'],
  ['1M', '1Mi'],
  ['64Mi', '65Mi'],
  ['a', 'a'],
  ['', ''],
  ['1 Mi', '1Mi'],
])('%s is not %s', (a, b) => {
  expect(sameQuantity(a, b)).toBe(false);
});

test('the server may write any amount in another way', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (amount) => {
      expect(sameQuantity(`${amount}`, `${amount * 1000}m`)).toBe(true);
      expect(sameQuantity(`${amount}Mi`, `${amount * 1024}Ki`)).toBe(true);
      expect(sameQuantity(`${amount}m`, `${amount + 1}m`)).toBe(false);
    }),
  );
});
