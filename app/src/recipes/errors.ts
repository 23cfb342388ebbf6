/** Thrown when a user has as many recipes as one may have. */
export class TooManyRecipes extends Error {
  override readonly name = 'TooManyRecipes';
}
