import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import type { Reply } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { RecipeChanged, TooManyRecipes } from './errors.ts';
import type { Recipe } from './schemas.ts';
import { maxRecipes } from './service.ts';

/** What all operations on one recipe have in common. */
export const oneRecipe = {
  path: '/api/recipes/:id',
  tag: 'recipes',
  signedIn: true,
  params: z.object({ id: objectId }),
} as const;

/** What the documentation says of problems that several operations have. */
export const changedReply = {
  412: { description: 'The recipe is not in the version of `If-Match`, or was changed meanwhile' },
} as const;
export const tooManyReply = {
  409: { description: 'The account has as many recipes as one can have' },
} as const;

/** For absent recipes and, alike, for those of other users. */
export function noSuchRecipe(): HttpProblem {
  return new HttpProblem(404, 'You have no recipe with this id.');
}

/** An answer with a whole recipe; its ETag is its version. */
export function reply(status: 200 | 201, body: Recipe): Reply {
  const headers = { ETag: `"${body.version}"` };
  if (status === 200) return { status, body, headers };
  return { status, body, headers: { ...headers, Location: `/api/recipes/${body.id}` } };
}

/**
 * What an operation gave.
 * @throws HttpProblem 404 for no recipe, 412 when it was changed meanwhile, 409 for one too many.
 */
export async function orProblem<T>(operation: Promise<T | undefined>): Promise<T> {
  const result = await operation.catch((error: unknown) => {
    if (error instanceof RecipeChanged) throw changedMeanwhile();
    if (error instanceof TooManyRecipes) throw tooMany();
    throw error;
  });
  if (result === undefined) throw noSuchRecipe();
  return result;
}

function changedMeanwhile(): HttpProblem {
  return new HttpProblem(
    412,
    'The recipe was changed meanwhile; read it again and repeat your change on what it now is.',
    { code: 'changed-meanwhile' },
  );
}

function tooMany(): HttpProblem {
  return new HttpProblem(
    409,
    `One account can have ${maxRecipes} recipes; remove some before you add others.`,
    { code: 'too-many-recipes' },
  );
}
