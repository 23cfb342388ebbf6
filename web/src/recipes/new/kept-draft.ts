import type { Draft } from './draft.ts';

let kept: { userId: string; draft: Draft } | undefined;

/**
 * Keeps a draft in memory until it is saved or discarded, so that a look at another page or a
 * session that ends while writing loses nothing. It is only ever given to the person who wrote it.
 */
export function keepDraft(userId: string, draft: Draft): void {
  kept = { userId, draft };
}

/** The draft this person left, if there is one. */
export function keptDraft(userId: string): Draft | undefined {
  return kept?.userId === userId ? kept.draft : undefined;
}

/** Forgets the draft: it was saved or discarded. */
export function forgetDraft(): void {
  kept = undefined;
}
