/** @jest-environment jest-fixed-jsdom */
import { forgetAllDrafts } from '../../../auth/forget-drafts.ts';
import { emptyDraft } from './draft.ts';
import { forgetDraft, keepDraft, keptDraft } from './kept-drafts.ts';

const kept = { keptAt: '2026-11-26T08:00:00.000Z', draft: { ...emptyDraft(), title: 'Soup' } };

afterEach(() => localStorage.clear());

test('gives a draft back to its writer alone, until it is forgotten', () => {
  keepDraft('u1', 'new', kept);
  keepDraft('u1', 'r1', { ...kept, draft: emptyDraft() });
  expect(keptDraft('u1', 'new')).toEqual(kept);
  expect(keptDraft('u2', 'new')).toBeUndefined();
  forgetDraft('u1', 'new');
  expect(keptDraft('u1', 'new')).toBeUndefined();
  expect(keptDraft('u1', 'r1')?.draft).toEqual(emptyDraft());
});

test('signing out takes drafts away, and nothing else', () => {
  localStorage.setItem('language', 'de');
  keepDraft('u1', 'new', kept);
  forgetAllDrafts();
  expect(keptDraft('u1', 'new')).toBeUndefined();
  expect(localStorage.getItem('language')).toBe('de');
});

test.each(['', '{', '[]', '{"keptAt":"x","draft":{"title":"Soup"}}'])(
  'what another release kept is left aside: %s',
  (text) => {
    localStorage.setItem('draft.u1.new', text);
    expect(keptDraft('u1', 'new')).toBeUndefined();
  },
);
