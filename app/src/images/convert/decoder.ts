import sharp, { type Metadata, type SharpOptions } from 'sharp';
import { PictureRefused } from '../errors.ts';

// What is known by its content to be something else is never opened: each decoder is code that
// hostile files could reach.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});
// One thread a picture and nothing kept of it: speed matters less than how much memory it takes.
sharp.concurrency(1);
sharp.cache(false);

const megapixel = 1_000_000;
/**
 * How many pixels are decoded at most: a decoder may hold the whole picture, 5 bytes a pixel and with
 * 16 bits a channel twice that; that of AVIF takes 20 bytes a pixel. So each stays below 350 MB.
 */
const limits = { usual: 50 * megapixel, deep: 25 * megapixel, avif: 16 * megapixel } as const;

const formats = new Set(['jpeg', 'png', 'webp', 'gif']);
const strict: SharpOptions = { failOn: 'error' };

/**
 * Reads what a picture is from its content alone, and bounds what decoding it may take.
 * @returns how to open it. @throws PictureRefused
 */
export async function openingOf(bytes: Buffer): Promise<SharpOptions> {
  const found = await metadataOf(bytes);
  if (!found || !isSupported(found)) {
    throw new PictureRefused(
      'unsupported',
      'This is no picture that can be read; send it whole, as JPEG, PNG, WebP, GIF or AVIF.',
    );
  }
  const limitInputPixels = limitOf(found);
  if (found.width * found.height > limitInputPixels) {
    throw new PictureRefused(
      'too-many-pixels',
      `The picture has ${found.width} × ${found.height} pixels; send one of at most ${limitInputPixels / megapixel} megapixels.`,
    );
  }
  // The limit also counts while decoding, in case the header lies.
  return { ...strict, limitInputPixels };
}

/** Of the header; nothing is decoded yet. */
async function metadataOf(bytes: Buffer): Promise<Metadata | undefined> {
  try {
    return await sharp(bytes, { ...strict, limitInputPixels: false }).metadata();
  } catch {
    return undefined;
  }
}

function isSupported({ format, compression }: Metadata): boolean {
  return formats.has(format) || (format === 'heif' && compression === 'av1');
}

function limitOf({ format, depth }: Metadata): number {
  if (format === 'heif') return limits.avif;
  return depth === 'uchar' ? limits.usual : limits.deep;
}
