/** Thrown when a recipe is no longer in the version that a change was meant for. */
export class RecipeChanged extends Error {
  override readonly name = 'RecipeChanged';
}

/** Thrown when a user has as many recipes as one may have. */
export class TooManyRecipes extends Error {
  override readonly name = 'TooManyRecipes';
}
