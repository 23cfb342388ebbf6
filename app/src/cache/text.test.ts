import fc from 'fast-check';
import { fromText, toText } from './text.ts';

const scalar = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
);
const name = fc.string().filter((text) => !text.startsWith('$') && text !== '__proto__');
const value = fc.dictionary(name, fc.oneof(scalar, fc.array(scalar), fc.dictionary(name, scalar)));

test('a value comes back from its text as it was, dates as dates', () => {
  fc.assert(
    fc.property(value, (before) => {
      const after = fromText(toText(before));
      expect(after).toEqual(before);
      // So the answers made of them are the same, to the order of the fields.
      expect(JSON.stringify(after)).toBe(JSON.stringify(before));
    }),
    { numRuns: 1000 },
  );
});

test('fields without a value stay away', () => {
  expect(fromText(toText({ a: 1, b: undefined }))).toEqual({ a: 1 });
});
