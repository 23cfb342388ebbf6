import type { Events } from '../events.ts';
import { endpoint } from '../http/endpoint.ts';
import { oneRecipe, orProblem, reply, tooManyReply } from './one.ts';
import { recipe } from './schemas.ts';
import type { RecipeService } from './service.ts';

export function duplicateRecipe(recipes: RecipeService, events: Events) {
  return endpoint(
    {
      ...oneRecipe,
      method: 'post',
      path: '/api/recipes/:id/duplicate',
      operationId: 'duplicateRecipe',
      summary: 'Add a copy of a recipe, to change it and keep the first',
      replies: { 201: { description: 'The copy', schema: recipe }, ...tooManyReply },
    },
    async ({ userId, params }) => {
      const made = await orProblem(recipes.duplicate(userId, params.id));
      events.record('recipe.created', { recipeId: made.id });
      return reply(201, made);
    },
  );
}
