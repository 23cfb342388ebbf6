import fc from 'fast-check';
import { findTimes } from './find-times.ts';

const minute = 60;
const hour = 3600;

function shown(text: string): [string, number][] {
  return findTimes(text).map(({ start, end, seconds }) => [text.slice(start, end), seconds]);
}

test.each<[string, string, number]>([
  ['Cook for 10 minutes, stirring.', '10 minutes', 10 * minute],
  ['Simmer 1½ hours.', '1½ hours', 1.5 * hour],
  ['Simmer 1 ½ hours.', '1 ½ hours', 1.5 * hour],
  ['Simmer 2 1/2 hours.', '2 1/2 hours', 2.5 * hour],
  ['Bake ½ hour.', '½ hour', 0.5 * hour],
  ['Bake 3/4 hour.', '3/4 hour', 0.75 * hour],
  ['Bake 1.5 h.', '1.5 h', 1.5 * hour],
  ['Bake 10–12 min.', '10–12 min', 10 * minute],
  ['Bake 10-12 mins', '10-12 mins', 10 * minute],
  ['until soft, 5 to 7 minutes.', '5 to 7 minutes', 5 * minute],
  ['Bake 1 to 1½ hours', '1 to 1½ hours', hour],
  ['Give it a 5-minute rest.', '5-minute', 5 * minute],
  ['(about 20 minutes)', '20 minutes', 20 * minute],
  ['~20 minutes', '20 minutes', 20 * minute],
  ['Roast 1 hour 30 minutes.', '1 hour 30 minutes', 1.5 * hour],
  ['Roast 1 hour and 30 minutes.', '1 hour and 30 minutes', 1.5 * hour],
  ['Roast 1 hr., 30 min.', '1 hr., 30 min', 1.5 * hour],
  ['Blend 1 minute 30 seconds.', '1 minute 30 seconds', 90],
  ['Microwave for 30 s.', '30 s', 30],
  ['Let it cool for half a minute.', 'half a minute', 30],
  ['Leave it half an hour.', 'half an hour', 0.5 * hour],
  ['Leave it a half hour.', 'a half hour', 0.5 * hour],
  ['Leave it for an hour.', 'an hour', hour],
  ['Leave it for an hour and a half.', 'an hour and a half', 1.5 * hour],
  ['One and a half hours later', 'One and a half hours', 1.5 * hour],
  ['three quarters of an hour', 'three quarters of an hour', 0.75 * hour],
  ['Ten minutes from pot to bowl', 'Ten minutes', 10 * minute],
  ['forty-five minutes', 'forty-five minutes', 45 * minute],
  ['thirty seconds', 'thirty seconds', 30],
  ['20 Minuten kochen', '20 Minuten', 20 * minute],
  ['1 Stunde 30 Minuten ziehen lassen', '1 Stunde 30 Minuten', 1.5 * hour],
  ['1 Std. 30 Min. backen', '1 Std. 30 Min', 1.5 * hour],
  ['10 bis 12 Minuten', '10 bis 12 Minuten', 10 * minute],
  ['eine halbe Stunde', 'eine halbe Stunde', 0.5 * hour],
  ['nach einer Viertelstunde', 'einer Viertelstunde', 0.25 * hour],
  ['eine Dreiviertelstunde', 'eine Dreiviertelstunde', 0.75 * hour],
  ['anderthalb Stunden', 'anderthalb Stunden', 1.5 * hour],
  ['1,5 Stunden', '1,5 Stunden', 1.5 * hour],
  ['zwei Minuten', 'zwei Minuten', 2 * minute],
  ['30 Sek. mixen', '30 Sek', 30],
])('in "%s" it finds "%s"', (text, expected, seconds) => {
  expect(shown(text)).toEqual([[expected, seconds]]);
});

test.each<[number, string]>([
  [2, 'two zwei'],
  [3, 'three drei'],
  [4, 'four vier'],
  [5, 'five fünf'],
  [6, 'six sechs'],
  [7, 'seven sieben'],
  [8, 'eight acht'],
  [9, 'nine neun'],
  [10, 'ten zehn'],
  [11, 'eleven elf'],
  [12, 'twelve zwölf'],
  [15, 'fifteen fünfzehn'],
  [20, 'twenty zwanzig'],
  [30, 'thirty dreißig dreissig'],
  [40, 'forty vierzig'],
  [45, 'forty-five fünfundvierzig'],
  [50, 'fifty fünfzig'],
  [60, 'sixty sechzig'],
  [90, 'ninety neunzig'],
])('%i minutes are found in words', (count, names) => {
  for (const name of names.split(' ')) {
    expect(shown(`Wait ${name} minutes.`)).toEqual([[`${name} minutes`, count * minute]]);
    expect(shown(`Wait 1 to ${name} minutes.`)).toEqual([[`1 to ${name} minutes`, minute]]);
  }
});

test('every time of a step is found, each by itself', () => {
  const text = 'Simmer for 10 minutes, add the cabbage for 5 minutes more. Rest it for 1 hour.';
  expect(shown(text).map(([, seconds]) => seconds)).toEqual([10 * minute, 5 * minute, hour]);
});

test.each([
  'Heat the oven to 350 degrees.',
  'Heat it to 180 °C, gas mark 4.',
  'Take 400 g flour and 20 ml milk.',
  'Add a second egg, then one second spoon of sugar.',
  'Put 2 to a second bowl, or ½ to a second one.',
  'Fry 4 minute steaks.',
  'Lege 2 Minutensteaks in die Pfanne.',
  'Wait a few minutes.',
  'Stir for a couple of minutes.',
  'Start it the minute it boils.',
  'Cook 1:30 hours.',
  'Cook it 1h30.',
  'Leave for 48 hours.',
  'Wait 0 minutes.',
  'Cut 12 mm slices of 3 sausages, size S.',
  'Use 1,000 minutes worth.',
  '',
])('in "%s" there is no time', (text) => {
  expect(shown(text)).toEqual([]);
});

const unit = fc.constantFrom(
  ['minutes', minute] as const,
  ['min', minute] as const,
  ['Minuten', minute] as const,
  ['hours', hour] as const,
  ['Std.', hour] as const,
  ['seconds', 1] as const,
);
const harmless = fc
  .array(
    fc.constantFrom(
      'stir',
      'the onions,',
      '350 degrees',
      '180 °C',
      '200 g',
      '(2 cups)',
      'a second bowl.',
      'minute',
      'hour',
      'Sekt',
      'und',
      'to',
      '½',
      '–',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(' '));

test('a time is found whatever stands around it', () => {
  fc.assert(
    fc.property(
      harmless,
      fc.integer({ min: 1, max: 23 }),
      unit,
      harmless,
      (a, n, [name, size], b) => {
        const before = `${a.replace(/(?: |^)(?:to|½|–|a second bowl\.|und)$/, '')}; `;
        const text = `${before}${n} ${name} ; ${b}`;
        expect(findTimes(text).map(({ start, seconds }) => ({ start, seconds }))).toContainEqual({
          start: before.length,
          seconds: n * size,
        });
      },
    ),
  );
});

test('nothing is found where nobody named a time', () => {
  fc.assert(
    fc.property(harmless, (text) => {
      expect(shown(text.replaceAll(/minute|hour/g, 'pan'))).toEqual([]);
    }),
  );
});

test('what is found lies in the text, in order, and never overlaps', () => {
  const piece = fc.constantFrom(
    ...[
      '10',
      '1½',
      'half an',
      ' hour',
      ' minutes',
      '-',
      ' to ',
      ' and ',
      ' 30',
      ' s',
      '.',
      ' a ',
      'h',
      'Min',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 30 }),
      (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end, seconds } of findTimes(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(seconds).toBeGreaterThan(0);
          at = end;
        }
      },
    ),
  );
});
