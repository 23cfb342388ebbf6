import fc from 'fast-check';
import { sizeWithin } from './prepare-picture.ts';

test.each([
  ['a photo of a phone', { width: 4032, height: 3024 }, { width: 1280, height: 960 }],
  ['a tall one', { width: 1000, height: 5120 }, { width: 500, height: 2560 }],
  ['a small one', { width: 640, height: 480 }, { width: 640, height: 480 }],
  ['a line', { width: 20_000, height: 1 }, { width: 1280, height: 1 }],
])('%s', (_what, size, expected) => {
  expect(sizeWithin(size)).toEqual(expected);
});

test('nothing is enlarged, stretched or larger than is kept', () => {
  const side = fc.integer({ min: 1, max: 30_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const size = sizeWithin({ width, height });
      expect(size.width).toBeLessThanOrEqual(Math.min(1280, width));
      expect(size.height).toBeLessThanOrEqual(Math.min(2560, height));
      // To half a pixel.
      const scale = Math.min(1, 1280 / width, 2560 / height);
      expect(Math.abs(size.width - width * scale)).toBeLessThanOrEqual(1);
      expect(Math.abs(size.height - height * scale)).toBeLessThanOrEqual(1);
    }),
  );
});
