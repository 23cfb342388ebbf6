import { onePixel } from '../one-pixel.ts';
import type { Samples } from './sample.ts';

const one = ({ recipeId }: { readonly recipeId: string }) => ({ params: { id: recipeId } });

export const imageSamples: Samples = {
  'put /api/recipes/:id/image': {
    status: 200,
    request: (things) => ({
      ...one(things),
      headers: { 'content-type': 'image/png' },
      body: onePixel,
    }),
  },
  // Nothing is fetched from this machine.
  'post /api/recipes/:id/image': {
    status: 422,
    request: (things) => ({ ...one(things), body: { url: 'http://127.0.0.1/picture.png' } }),
  },
  'post /api/recipes/import/image': {
    status: 422,
    request: () => ({ body: { url: 'http://127.0.0.1/picture.png' } }),
  },
  'delete /api/recipes/:id/image': { status: 200, request: one },
  'get /api/images/:key/:width.webp': {
    status: 200,
    request: ({ imageKey: key }) => ({ params: { key, width: '1' } }),
  },
};
