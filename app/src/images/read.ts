import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { fileParams } from './schemas.ts';
import type { PictureService } from './service.ts';

const type = 'image/webp';
const file = z.string().meta({ override: { type: 'string', format: 'binary' } });

export function readImage(pictures: PictureService) {
  return endpoint(
    {
      method: 'get',
      path: '/api/images/:key/:width.webp',
      operationId: 'readImage',
      summary: 'A picture, for whoever has its address',
      tag: 'recipes',
      signedIn: false,
      params: fileParams,
      // What is at an address never changes. Shared caches keep nothing that belongs to a user.
      cacheControl: 'private, max-age=31536000, immutable',
      replies: { 200: { description: 'The picture', type, schema: file } },
    },
    async ({ params: { key, width } }) => {
      const data = await pictures.read(key, width);
      if (!data) throw new HttpProblem(404, 'There is no picture at this address any more.');
      return {
        status: 200,
        content: { type, data },
        headers: { 'X-Content-Type-Options': 'nosniff', 'X-Robots-Tag': 'noindex' },
      };
    },
  );
}
