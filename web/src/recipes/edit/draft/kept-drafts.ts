import { draftPrefix } from '../../../auth/forget-drafts.ts';
import type { Recipe } from '../../recipe.ts';
import type { Draft } from './draft.ts';

/** A draft that was left unsaved. */
export interface KeptDraft {
  /** ISO 8601. */
  keptAt: string;
  draft: Draft;
  /** The recipe as it was when its writer began to change it; absent for a new one. */
  base?: Recipe | undefined;
}

/**
 * Keeps a draft on this device until it is saved or discarded, so that another page, a reload or a session that ends
 * loses nothing. It is only ever given to the person who wrote it; signing out removes it.
 * @param recipe id of the recipe that is changed, or `new`.
 */
export function keepDraft(userId: string, recipe: string, kept: KeptDraft): void {
  try {
    localStorage.setItem(nameOf(userId, recipe), JSON.stringify(kept));
  } catch {
    // A device without room still has the form itself.
  }
}

/** The draft that this person left, if there is one. */
export function keptDraft(userId: string, recipe: string): KeptDraft | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(userId, recipe)) ?? 'null');
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets the draft: it was saved or discarded. */
export function forgetDraft(userId: string, recipe: string): void {
  localStorage.removeItem(nameOf(userId, recipe));
}

function nameOf(userId: string, recipe: string): string {
  return `${draftPrefix}${userId}.${recipe}`;
}

/** Another release may have kept another form of it. */
function isKept(value: unknown): value is KeptDraft {
  const { draft, keptAt } = Object(value);
  const { title, tags, ingredients, steps, nutrition } = Object(draft);
  const lists = [tags, ingredients, steps];
  return (
    typeof title === 'string' &&
    typeof keptAt === 'string' &&
    typeof nutrition === 'object' &&
    lists.every((list) => Array.isArray(list))
  );
}
