import { z } from 'zod';

/** A picture in the words of schema.org that holds its bytes itself (RFC 2397). */
const embedded = z.object({
  contentUrl: z.string().regex(/^data:image\/(?:webp|png|jpeg|gif|avif);base64,/),
});

/** @param webp the bytes of a WebP file. */
export function toImageObject(webp: Buffer) {
  const contentUrl = `data:image/webp;base64,${webp.toString('base64')}`;
  return { '@type': 'ImageObject', encodingFormat: 'image/webp', contentUrl };
}

/** The bytes that an image in a file holds itself, whatever they are; `undefined` when it holds none. */
export function embeddedBytes(image: unknown): Buffer | undefined {
  const found = embedded.safeParse(image).data;
  if (!found) return undefined;
  return Buffer.from(found.contentUrl.slice(found.contentUrl.indexOf(',') + 1), 'base64');
}
