import { loadAllTexts } from '../testing/texts.ts';
import { languages } from '../texts/language.ts';
import { formatAmount, formatMinutes, formatNumber, formatQuantity, webSite } from './format.ts';

test.each([
  [2, '2'],
  [0.5, '½'],
  [1.5, '1½'],
  [0.3333, '⅓'],
  [2.67, '2⅔'],
  [0.1, '0.1'],
  [1.234, '1.23'],
  [0.375, '⅜'],
  [1335, '1335'],
  [800, '800'],
])('writes %d as %s', (quantity, expected) => {
  expect(formatQuantity(quantity)).toBe(expected);
});

test('writes an amount with what there is of it', () => {
  expect(formatAmount({ quantity: 1.5, unit: 'tbsp', name: 'oil' })).toBe('1½ tbsp');
  expect(formatAmount({ quantity: 2, name: 'onions' })).toBe('2');
  expect(formatAmount({ quantity: 1.5, quantityMax: 2, unit: 'cups', name: 'milk' })).toBe(
    '1½–2 cups',
  );
  expect(formatAmount({ unit: 'a pinch of', name: 'salt' })).toBe('a pinch of');
  expect(formatAmount({ name: 'salt' })).toBe('');
});

test.each([
  [undefined, undefined],
  [0, undefined],
  [5, '5 min'],
  [60, '1 hr'],
  [135, '2 hr 15 min'],
])('writes %p minutes as %p', (minutes, expected) => {
  expect(formatMinutes(minutes)).toBe(expected);
});

test.each([
  ['https://www.example.com/soup', 'example.com'],
  ['http://cook.example/', 'cook.example'],
  ['javascript:alert(1)', undefined],
  ['example.com', undefined],
  [undefined, undefined],
])('takes %p for a link to %p', (url, expected) => {
  expect(webSite(url)).toBe(expected);
});

test.each(languages)('what is written without Intl is what Intl writes, in %s', (language) => {
  loadAllTexts(language);
  for (let value = 1; value < 1100; value++) {
    expect(formatNumber(value)).toBe(
      new Intl.NumberFormat(language, { useGrouping: 'min2' }).format(value),
    );
  }
  for (let minutes = 1; minutes < 60; minutes++) {
    expect(formatMinutes(minutes)).toBe(inUnit(language, minutes, 'minute'));
    expect(formatMinutes(minutes * 60)).toBe(inUnit(language, minutes, 'hour'));
  }
});

function inUnit(language: string, value: number, unit: 'hour' | 'minute'): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(
    value,
  );
}

test('numbers and times are in the language of the app', () => {
  loadAllTexts('de');
  expect(formatQuantity(0.1)).toBe('0,1');
  expect(formatMinutes(75)).toBe('1 Std. 15 Min.');
  loadAllTexts('en');
});
