import type { Events } from '../events.ts';
import { endpoint } from '../http/endpoint.ts';
import { orProblem, reply, tooManyReply } from './one.ts';
import { recipe, recipeInput } from './schemas.ts';
import type { RecipeService } from './service.ts';

export function createRecipe(recipes: RecipeService, events: Events) {
  return endpoint(
    {
      method: 'post',
      path: '/api/recipes',
      operationId: 'createRecipe',
      summary: 'Add a recipe',
      tag: 'recipes',
      signedIn: true,
      body: recipeInput,
      replies: { 201: { description: 'The recipe is added', schema: recipe }, ...tooManyReply },
    },
    async ({ userId, body }) => {
      const made = await orProblem(recipes.create(userId, body));
      events.record('recipe.created', { recipeId: made.id });
      return reply(201, made);
    },
  );
}
