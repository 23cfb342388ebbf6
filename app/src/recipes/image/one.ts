import { HttpProblem } from '../../http/problem.ts';
import { PictureRefused } from '../../images/errors.ts';
import { FetchFailed } from '../../public-web/errors.ts';
import { oneRecipe, orProblem } from '../one.ts';

/** What all operations on the picture of a recipe have in common. */
export const oneImage = { ...oneRecipe, path: '/api/recipes/:id/image' } as const;

/**
 * What an operation gave.
 * @throws HttpProblem as for recipes; 415 for what is no picture that is taken, 400 for one that
 * cannot be read, 422 for one that cannot be fetched.
 */
export function orImageProblem<T>(operation: Promise<T | undefined>): Promise<T> {
  return orProblem(
    operation.catch((error: unknown) => {
      if (error instanceof PictureRefused) throw refused(error);
      if (error instanceof FetchFailed) throw notFetched(error);
      throw error;
    }),
  );
}

function refused({ reason, message }: PictureRefused): HttpProblem {
  return new HttpProblem(reason === 'unsupported' ? 415 : 400, message, {
    code: `image-${reason}`,
  });
}

function notFetched({ reason, message }: FetchFailed): HttpProblem {
  return new HttpProblem(422, `${message} Save the picture with your browser and upload it.`, {
    code: `image-${reason}`,
  });
}
