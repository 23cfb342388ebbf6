import { convertTemperatures } from './temperatures.ts';

test.each([
  ['Bake at 180 °C.', 'Bake at 350 °F.'],
  ['Bei 200 °C 20 Minuten backen', 'Bei 400 °F 20 Minuten backen'],
  ['Bei 180–200 °C', 'Bei 350–400 °F'],
  ['Bake at 180C for 20 minutes', 'Bake at 350 °F for 20 minutes'],
])('"%s" in US units is "%s"', (text, expected) => {
  expect(convertTemperatures(text, 'us')).toBe(expected);
});

test.each([
  ['Heat to 350°F.', 'Heat to 180 °C.'],
  ['Heat to 350 degrees F.', 'Heat to 180 °C.'],
  ['Heat to 400 degrees Fahrenheit', 'Heat to 200 °C'],
  ['Heat to 325 to 350 °F', 'Heat to 160 to 180 °C'],
])('"%s" in metric units is "%s"', (text, expected) => {
  expect(convertTemperatures(text, 'metric')).toBe(expected);
});

test.each([
  'Bake at 180 °C (350 °F).',
  'Add 100 Cloves.',
  '200 g flour',
  'Use 12 cups',
  'Freeze at -18 °C.',
  'Freeze at −18 °C.',
  'Bei –18 °C lagern',
])('"%s" stays as it is', (text) => {
  expect(convertTemperatures(text, 'metric')).toBe(text);
  expect(convertTemperatures(text, 'us')).toBe(text);
});
