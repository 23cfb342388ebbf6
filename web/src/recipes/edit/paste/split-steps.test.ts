import fc from 'fast-check';
import { splitSteps } from './split-steps.ts';

test.each([
  ['lines', 'Chop.\nFry.\r\nServe.', ['Chop.', 'Fry.', 'Serve.']],
  ['numbers', '1. Chop.\n2) Fry.\n 3 . Serve.', ['Chop.', 'Fry.', 'Serve.']],
  ['numbers and long steps', '1. Chop it\nfine.\n\n2. Fry.', ['Chop it fine.', 'Fry.']],
  ['bullets', '• Chop.\n- Fry.', ['Chop.', 'Fry.']],
  ['paragraphs', 'Chop it\nfine.\n\nFry.\n\n\nServe.', ['Chop it fine.', 'Fry.', 'Serve.']],
  ['steps with a name', 'Step 1\nChop.\nStep 2:\nFry.', ['Chop.', 'Fry.']],
  ['German', 'Schritt 1: Hacken.\nSchritt 2: Braten.', ['Hacken.', 'Braten.']],
  [
    'an amount is no number of a step',
    '1.5 l water\n2.5 kg flour',
    ['1.5 l water', '2.5 kg flour'],
  ],
  ['one step', 'Chop and fry.', ['Chop and fry.']],
  ['nothing', ' \n \n', []],
])('%s', (_what, text, expected) => {
  expect(splitSteps(text)).toEqual(expected);
});

test('no word is lost, and no step is empty', () => {
  const word = fc.constantFrom('chop', 'fry', 'boil', 'slowly', 'then');
  const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const gap = fc.constantFrom('\n', '\n\n', '\r\n', ' \n \n');
  fc.assert(
    fc.property(fc.array(fc.tuple(line, gap), { maxLength: 8 }), (parts) => {
      const text = parts.flat().join('');
      const steps = splitSteps(text);
      expect(steps.join(' ').split(/\s+/)).toEqual(text.trim().split(/\s+/));
      expect(steps).not.toContain('');
    }),
  );
});
