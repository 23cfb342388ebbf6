import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import type { Reply } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { wholeReply } from '../http/whole-reply.ts';
import { TooManyRecipes } from './errors.ts';
import type { Recipe } from './schemas.ts';
import { maxRecipes } from './service.ts';

/** What all operations on one recipe have in common. */
export const oneRecipe = {
  path: '/api/recipes/:id',
  tag: 'recipes',
  signedIn: true,
  params: z.object({ id: objectId }),
} as const;

/** What the documentation says of one too many. */
export const tooManyReply = {
  409: { description: 'The account has as many recipes as one can have' },
} as const;

/** For absent recipes and, alike, for those of other users. */
export function noSuchRecipe(): HttpProblem {
  return new HttpProblem(404, 'You have no recipe with this id.');
}

/** An answer with a whole recipe. */
export function reply(status: 200 | 201, body: Recipe): Reply {
  return wholeReply(status, body, '/api/recipes');
}

/**
 * What an operation gave.
 * @throws HttpProblem 404 for no recipe, 409 for one too many.
 */
export async function orProblem<T>(operation: Promise<T | undefined>): Promise<T> {
  const result = await operation.catch((error: unknown) => {
    if (error instanceof TooManyRecipes) throw tooMany();
    throw error;
  });
  if (result === undefined) throw noSuchRecipe();
  return result;
}

function tooMany(): HttpProblem {
  return new HttpProblem(
    409,
    `One account can have ${maxRecipes} recipes; remove some before you add others.`,
    { code: 'too-many-recipes' },
  );
}
