import { z } from 'zod';
import { linkToken } from '../secret-link.ts';

const pixels = z.int().min(1);

/** The picture of a recipe. */
export const image = z
  .object({
    key: linkToken.meta({ description: 'Names the picture; another picture has another key' }),
    width: pixels,
    height: pixels,
    urls: z
      .array(z.object({ width: pixels, url: z.string() }))
      .meta({ description: 'The picture in several widths, the smallest first, as for `srcset`' }),
  })
  .meta({ id: 'Image', description: 'A picture, as WebP' });

/** Where a picture is to be fetched from. */
export const imageSource = z
  .strictObject({
    url: z.string().max(2048).trim().min(1).meta({
      description: 'A picture at http:// or https://, fetched from here',
    }),
  })
  .meta({ id: 'ImageSource' });

/** What stands in the address of a file. */
export const fileParams = z.object({
  key: linkToken,
  width: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'must be a width in pixels')
    .transform(Number)
    .meta({ override: { type: 'integer', minimum: 1, maximum: 9999 } }),
});
