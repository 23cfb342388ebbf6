import { choiceOf } from './choice.ts';

it('takes a length for what may go on for long, and has one for each', () => {
  expect(choiceOf({ SCENARIO: 'soak', MINUTES: '90' })).toEqual({ scenario: 'soak', minutes: 90 });
  expect(choiceOf({ SCENARIO: 'soak' })).toEqual({ scenario: 'soak', minutes: 10 });
  expect(choiceOf({ SCENARIO: 'storm', MINUTES: '' })).toMatchObject({ scenario: 'storm' });
});

it.each([
  [{}, 'SCENARIO is ""; it must be one of smoke, users, spike, soak, storm.'],
  [{ SCENARIO: 'toString' }, 'SCENARIO is "toString"; it must be one of'],
  [{ SCENARIO: 'storm', MINUTES: '1' }, 'storm has a length of its own'],
  [{ SCENARIO: 'soak', MINUTES: 'long' }, 'MINUTES is "long"; it must be a number above 0'],
  [{ SCENARIO: 'soak', MINUTES: '1e9' }, '1440 at most'],
])('says what is wrong with %j', (env, sentence) => {
  expect(choiceOf(env)).toContain(sentence);
});
