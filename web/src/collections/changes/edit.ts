import type { Collection, RecipeCard } from '../collection.ts';

/** Something done to the recipes of a collection. */
export type Edit =
  | { readonly kind: 'put'; readonly recipe: RecipeCard; readonly at?: number }
  | { readonly kind: 'take'; readonly recipeId: string }
  | { readonly kind: 'move'; readonly recipeId: string; readonly to: number };

/**
 * Makes an edit. It is made the same way on top of what others did meanwhile: a recipe that is there already is
 * not put again, and one that is gone is not missed.
 */
export function edited(collection: Collection, edit: Edit): Collection {
  const recipes = editedRecipes(collection.recipes, edit);
  return { ...collection, recipes, recipeIds: recipes.map(({ id }) => id) };
}

function editedRecipes(recipes: readonly RecipeCard[], edit: Edit): RecipeCard[] {
  switch (edit.kind) {
    case 'put': {
      if (recipes.some(({ id }) => id === edit.recipe.id)) return [...recipes];
      return recipes.toSpliced(edit.at ?? recipes.length, 0, edit.recipe);
    }
    case 'take':
      return recipes.filter(({ id }) => id !== edit.recipeId);
    case 'move': {
      const from = recipes.findIndex(({ id }) => id === edit.recipeId);
      const moved = recipes[from];
      return moved ? recipes.toSpliced(from, 1).toSpliced(edit.to, 0, moved) : [...recipes];
    }
  }
}
