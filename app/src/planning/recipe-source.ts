import type { Image } from '../images/stored-image.ts';
import type { RecipeCard } from './schema-parts.ts';

/** One line of what goes into a dish, as far as plans and lists need it. */
export interface SourceIngredient {
  readonly quantity?: number;
  readonly unit?: string;
  readonly name: string;
  readonly note?: string;
}

/** A recipe, as far as plans and lists need it. */
export interface SourceRecipe {
  readonly id: string;
  readonly title: string;
  readonly servings?: number;
  readonly ingredients: SourceIngredient[];
}

/** A line as it is read: of a range, `quantity` is the least. */
export interface ReadableIngredient extends SourceIngredient {
  readonly quantityMax?: number;
  readonly group?: string;
  readonly original?: string;
}

/** A recipe as those see it whom its owner has given a link. */
export interface ReadableRecipe extends Omit<SourceRecipe, 'id' | 'ingredients'> {
  readonly ingredients: ReadableIngredient[];
  readonly description?: string;
  readonly steps: string[];
  readonly prepMinutes?: number;
  readonly cookMinutes?: number;
  readonly cuisine?: string;
  readonly dishType?: string;
  readonly tags: string[];
  readonly sourceUrl?: string;
  readonly image?: Image;
}

/** The only way in which collections, plans, lists and shares read recipes: those of one owner. */
export interface RecipeSource {
  /** Titles of those recipes that there are, by id, in one query. */
  titles(owner: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What is shown of those recipes that there are, by id, in one query. */
  cards(owner: string, ids: readonly string[]): Promise<ReadonlyMap<string, RecipeCard>>;
  /** Those recipes that there are, by id, in one query. */
  recipes(owner: string, ids: readonly string[]): Promise<ReadonlyMap<string, SourceRecipe>>;
  /** All that may be shown of one recipe. */
  readable(owner: string, id: string): Promise<ReadableRecipe | undefined>;
}
