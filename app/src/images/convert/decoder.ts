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
/** Pixels that are decoded at most, however little memory it takes: it takes time as well. */
const maxPixels = 50 * megapixel;
/** What decoding may take, bytes; the memory of a pod has room for it, once at a time. */
const maxMemory = 320_000_000;

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
      `The picture has ${found.width} × ${found.height} pixels; send one of at most ${Math.floor(limitInputPixels / megapixel)} megapixels.`,
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

function limitOf(found: Metadata): number {
  return Math.min(maxPixels, Math.floor(maxMemory / memoryPerPixel(found)));
}

/** Bytes that a decoder may hold for each pixel, at worst, as measured. */
function memoryPerPixel({ format, depth, isProgressive, channels }: Metadata): number {
  if (format === 'heif') return 26;
  // All coefficients, until the last pass is read.
  if (format === 'jpeg') return isProgressive ? 2 * channels : 1;
  return depth === 'uchar' ? 6 : 12;
}
