import { emptyDraft } from './draft.ts';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts';

test('gives a draft back to its writer alone, until it is forgotten', () => {
  const draft = { ...emptyDraft(), title: 'Soup' };
  keepDraft('u1', draft);
  expect(keptDraft('u1')).toBe(draft);
  expect(keptDraft('u2')).toBeUndefined();
  forgetDraft();
  expect(keptDraft('u1')).toBeUndefined();
});
