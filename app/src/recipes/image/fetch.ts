import type { Events } from '../../events.ts';
import { endpoint } from '../../http/endpoint.ts';
import { changedReply, expectedVersions, ifMatch } from '../../http/if-match.ts';
import { imageSource } from '../../images/schemas.ts';
import { reply } from '../one.ts';
import { recipe } from '../schemas.ts';
import { oneImage, orImageProblem } from './one.ts';
import type { RecipePictures } from './recipe-pictures.ts';

/** Each may hold a picture in memory whole. */
const atOnce = { all: 8, each: 2 };

export function fetchImage(pictures: RecipePictures, events: Events) {
  return endpoint(
    {
      ...oneImage,
      method: 'post',
      operationId: 'fetchRecipeImage',
      summary: 'Give a recipe a picture of another site, which is copied',
      headers: ifMatch,
      body: imageSource,
      atOnce,
      replies: {
        200: { description: 'The recipe with its picture', schema: recipe },
        400: { description: 'The picture is damaged or has too many pixels' },
        ...changedReply,
        415: { description: 'There is no picture of a kind that is taken' },
        422: { description: 'The picture cannot be fetched' },
      },
    },
    async ({ userId, params, headers, body }) => {
      const operation = pictures.setFromUrl(userId, params.id, body.url, expectedVersions(headers));
      const changed = await orImageProblem(operation);
      events.record('picture.added', { recipeId: params.id });
      return reply(200, changed);
    },
  );
}
