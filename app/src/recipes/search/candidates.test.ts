import fc from 'fast-check';
import { nearTrigrams } from './candidates.ts';
import { scoreOf } from './rank.ts';
import { isNear } from './typos.ts';
import { trigramsOf, wordsOf } from './words.ts';

const letters = [...'abcdefgh'];
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 4, maxLength: 7 })
  .map((parts) => parts.join(''));

test('a word with one typing error is among the candidates, and found', () => {
  const kind = fc.constantFrom('drop', 'add', 'change', 'exchange');
  fc.assert(
    fc.property(word, kind, fc.nat(), fc.constantFrom(...letters), (right, how, place, letter) => {
      const at = place % (right.length - 1);
      const rest = right.slice(at + 1);
      const before = right.slice(0, at);
      const typed = {
        drop: before + rest,
        add: `${before}${letter}${right.slice(at)}`,
        change: `${before}${letter}${rest}`,
        exchange: `${before}${rest.charAt(0)}${right.charAt(at)}${rest.slice(1)}`,
      }[how];
      fc.pre(typed.length > 3);
      expect(isNear(typed, right, 1)).toBe(true);
      expect(scoreOf([typed], { title: right, ingredients: '' })).toBeGreaterThan(0);
      const stored = trigramsOf(right);
      expect(nearTrigrams([typed]).some((trigram) => stored.includes(trigram))).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['Crème brûlée', ['creme', 'brulee']],
  ['Straße, 2% Öl', ['strasse', '2', 'ol']],
  ['鶏肉のスープ', ['鶏肉', 'の', 'スープ']],
  ['— !?', []],
])('the words of %s', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test.each([
  ['salt', 'slat', 1, true],
  ['salt', 'sent', 1, false],
  ['carbonara', 'carbonnarra', 2, true],
  ['', '', 0, true],
])('%s and %s within %d', (one, other, typos, near) => {
  expect(isNear(one, other, typos)).toBe(near);
});
