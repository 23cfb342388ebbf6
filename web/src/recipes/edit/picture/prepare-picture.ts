/** The largest picture that is kept (docs/pictures.md), pixels. */
const largest = { width: 1280, height: 2560 };
/** A smaller file is sent as it is, bytes. */
const smallEnough = 1024 * 1024;
/** MAX_IMAGE_SIZE as it is by default, bytes. */
const mostBytes = 10 * 1024 * 1024;
/** More is not even opened: a phone would run out of memory, bytes. */
const mostOpened = 60 * 1024 * 1024;
const sentAsTheyAre = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']);

/** Why a file cannot be the picture of a recipe. */
export type PictureFault = 'notPicture' | 'tooLarge';

/** Thrown for a file that cannot be the picture of a recipe. */
export class PictureRefused extends Error {
  override readonly name = 'PictureRefused';
  readonly fault: PictureFault;

  constructor(fault: PictureFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * Makes a file ready to be sent: what is larger than the server keeps is made smaller here, upright, so that it goes
 * quickly also on a slow network. Takes every kind that the browser can show, such as HEIC where it can.
 * @throws PictureRefused
 */
export async function preparePicture(file: Blob): Promise<Blob> {
  if (file.size > mostOpened) throw new PictureRefused('tooLarge');
  const pixels = await createImageBitmap(file).catch(() => {
    throw new PictureRefused('notPicture');
  });
  try {
    const size = sizeWithin(pixels);
    const fits = size.width === pixels.width && file.size <= smallEnough;
    const ready = fits && sentAsTheyAre.has(file.type) ? file : await drawn(pixels, size);
    if (ready.size > mostBytes) throw new PictureRefused('tooLarge');
    return ready;
  } finally {
    pixels.close();
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The same shape, as large as is kept. */
export function sizeWithin({ width, height }: Size, most: Size = largest): Size {
  const scale = Math.min(1, most.width / width, most.height / height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

async function drawn(pixels: ImageBitmap, { width, height }: Size): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new PictureRefused('notPicture');
  context.imageSmoothingQuality = 'high';
  context.drawImage(pixels, 0, 0, width, height);
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
  // A browser that cannot write WebP writes PNG, which is large.
  if (webp.type === 'image/webp') return webp;
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}
