import { ApiError } from '../../api/api-error.ts';
import type { TextKey } from '../../texts/keys.ts';

/** Why nothing was imported (app/src/recipe-import/errors.ts), in our words. */
const texts: Readonly<Record<string, TextKey>> = {
  'import-not-allowed': 'import.error.notAllowed',
  'import-not-public': 'import.error.notPublic',
  'import-not-found': 'import.error.notFound',
  'import-refused': 'import.error.refused',
  'import-not-readable': 'import.error.notReadable',
  'import-too-large': 'import.error.tooLarge',
  'import-too-slow': 'import.error.tooSlow',
  'import-no-recipe': 'import.error.noRecipe',
};

/** A sentence for why nothing was imported; undefined for an error that says nothing of the page. */
export function importErrorKey(error: unknown): TextKey | undefined {
  if (!(error instanceof ApiError)) return undefined;
  if (error.kind === 'tooLarge') return 'import.error.tooLarge';
  return texts[error.code ?? ''];
}
