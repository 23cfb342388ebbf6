import type { Ingredient } from './schemas.ts';

/** Ingredients that belong together; without a name when they are for the dish as a whole. */
export interface IngredientGroup {
  readonly name: string | undefined;
  /** Each with its place in the whole list, which is its only identity. */
  readonly lines: readonly { readonly at: number; readonly ingredient: Ingredient }[];
}

/** The parts of a recipe in their order; neighbours of the same group are one. */
export function groupsOf(ingredients: readonly Ingredient[]): IngredientGroup[] {
  const groups: { name: string | undefined; lines: { at: number; ingredient: Ingredient }[] }[] =
    [];
  for (const [at, ingredient] of ingredients.entries()) {
    const last = groups.at(-1);
    if (last && last.name === ingredient.group) last.lines.push({ at, ingredient });
    else groups.push({ name: ingredient.group, lines: [{ at, ingredient }] });
  }
  return groups;
}
