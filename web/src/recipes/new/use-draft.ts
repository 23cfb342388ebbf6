import { useEffect, useState } from 'react';
import { type Draft, type DraftTexts, emptyDraft } from './draft.ts';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts';

/** The draft of one person, kept while they write; a reload would lose it, so the browser asks. */
export function useDraft(userId: string) {
  const [draft, setDraft] = useState<Draft>(() => keptDraft(userId) ?? emptyDraft());
  const [touched, setTouched] = useState(() => keptDraft(userId) !== undefined);

  useEffect(() => {
    if (!touched) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [touched]);

  const change = (changes: Partial<Draft>) => {
    const next = { ...draft, ...changes };
    keepDraft(userId, next);
    setTouched(true);
    setDraft(next);
  };
  const discard = () => {
    forgetDraft();
    setTouched(false);
    setDraft(emptyDraft());
  };
  /** Ties an input or a text area to one of the draft's texts. */
  const bind = (path: keyof DraftTexts) => ({
    name: path,
    value: draft[path],
    onChange: (event: { target: { value: string } }) => change({ [path]: event.target.value }),
  });

  return { draft, touched, change, discard, bind };
}
