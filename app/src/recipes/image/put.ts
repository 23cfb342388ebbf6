import type { Events } from '../../events.ts';
import { endpoint } from '../../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../../http/if-match.ts';
import { reply } from '../one.ts';
import { recipe } from '../schemas.ts';
import { oneImage, orImageProblem } from './one.ts';
import type { RecipePictures } from './recipe-pictures.ts';

/** Enough that those who send slowly keep nobody waiting. What has arrived is bounded besides. */
const atOnce = { all: 64, each: 2 };

/** @param maxBodySize MAX_IMAGE_SIZE, bytes. */
export function putImage(pictures: RecipePictures, events: Events, maxBodySize: number) {
  return endpoint(
    {
      ...oneImage,
      method: 'put',
      operationId: 'putRecipeImage',
      summary: 'Give a recipe a picture; what it is, its content decides',
      headers: ifMatch,
      bytes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
      maxBodySize,
      atOnce,
      replies: {
        200: { description: 'The recipe with its picture', schema: recipe },
        400: { description: 'The picture is damaged or has too many pixels' },
        ...changedReply,
        415: { description: 'This is no picture of a kind that is taken' },
      },
    },
    async ({ userId, params, headers, body }) => {
      const expected = expectedVersions(headers);
      const changed = await orImageProblem(pictures.set(userId, params.id, body, expected));
      events.record('picture.added', { recipeId: params.id });
      return reply(200, changed);
    },
  );
}
