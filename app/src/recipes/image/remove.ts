import { endpoint } from '../../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../../http/if-match.ts';
import { reply } from '../one.ts';
import { recipe } from '../schemas.ts';
import { oneImage, orImageProblem } from './one.ts';
import type { RecipePictures } from './recipe-pictures.ts';

export function removeImage(pictures: RecipePictures) {
  return endpoint(
    {
      ...oneImage,
      method: 'delete',
      operationId: 'removeRecipeImage',
      summary: 'Take the picture of a recipe away',
      headers: ifMatch,
      replies: {
        200: { description: 'The recipe without a picture', schema: recipe },
        ...changedReply,
      },
    },
    async ({ userId, params, headers }) => {
      const expected = expectedVersions(headers);
      return reply(200, await orImageProblem(pictures.remove(userId, params.id, expected)));
    },
  );
}
