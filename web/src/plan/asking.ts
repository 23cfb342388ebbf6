import type { RecipeCard } from './changes/plan.ts';
import type { Entry } from './entries.ts';
import type { Place } from './use-place-name.ts';

/** What a dialog asks for. */
export type Asking =
  | { readonly what: 'add'; readonly place: Place }
  | { readonly what: 'plan'; readonly recipe: RecipeCard }
  | { readonly what: 'move' | 'copy' | 'servings' | 'note'; readonly entry: Entry };
