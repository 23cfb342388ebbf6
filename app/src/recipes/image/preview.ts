import { z } from 'zod';
import { endpoint } from '../../http/endpoint.ts';
import { imageSource } from '../../images/schemas.ts';
import { orImageProblem } from './one.ts';
import type { RecipePictures } from './recipe-pictures.ts';

/** Each may hold a picture in memory whole. */
const atOnce = { all: 8, each: 2 };

const type = 'image/webp';
const file = z.string().meta({ override: { type: 'string', format: 'binary' } });

/** For an editor that shows a picture of another site, which the page itself may not load, before it is taken. */
export function previewImage(pictures: RecipePictures) {
  return endpoint(
    {
      method: 'post',
      path: '/api/recipes/import/image',
      operationId: 'previewImage',
      summary: 'Fetch a picture of another site; stores nothing',
      tag: 'recipes',
      signedIn: true,
      changesNothing: true,
      body: imageSource,
      atOnce,
      replies: {
        200: { description: 'The picture, as it would be kept', type, schema: file },
        400: { description: 'The picture is damaged or has too many pixels' },
        415: { description: 'There is no picture of a kind that is taken' },
        422: { description: 'The picture cannot be fetched' },
      },
    },
    async ({ userId, body }) => {
      const data = await orImageProblem(pictures.preview(userId, body.url));
      return { status: 200, content: { type, data } };
    },
  );
}
