import sharp from 'sharp';
import { Slots } from '../../slots.ts';
import { inSpan } from '../../telemetry/in-span.ts';
import { spanAttributes, spanNames } from '../../telemetry/names.ts';
import { PictureRefused } from '../errors.ts';
import { largest, widthsUpTo } from '../stored-image.ts';
import { openingOf } from './decoder.ts';

/** A picture made anew from what somebody sent: nothing but its pixels is left. */
export interface Converted {
  /** Of the largest file, pixels. */
  readonly width: number;
  readonly height: number;
  /** WebP, by width. */
  readonly files: ReadonlyMap<number, Buffer>;
}

/** Seconds that decoding may take. */
const timeLimit = 10;
const quality = 80;

/**
 * One at a time: the largest pictures take as much memory as a process has to spare. Uploads and
 * imports of many users meet here.
 */
const slots = new Slots({ atOnce: 1, atOnceEach: 1, waitingEach: 64, patience: 20_000 });

/**
 * Decodes a picture, strictly and within bounds, and makes it anew in a few widths. It stands upright
 * and carries no metadata; of an animation the first frame is taken. Runs beside the event loop.
 * @param owner whose it is; owners take turns. @throws PictureRefused, TooBusy
 */
export function convert(bytes: Buffer, owner: string): Promise<Converted> {
  return slots.run(owner, () =>
    inSpan(spanNames.pictureConvert, async (span) => {
      span.setAttribute(spanAttributes.size, bytes.length);
      const converted = await madeAnew(bytes);
      span.setAttribute(spanAttributes.files, converted.files.size);
      return converted;
    }),
  );
}

async function madeAnew(bytes: Buffer): Promise<Converted> {
  const { data, info } = await decode(bytes);
  const { width, height, channels } = info;
  const raw = sharp(data, { raw: { width, height, channels } });
  const files = new Map<number, Buffer>();
  for (const each of widthsUpTo(width)) {
    files.set(each, await raw.clone().resize({ width: each }).webp({ quality }).toBuffer());
  }
  return { width, height, files };
}

/** The pixels of the largest file. */
async function decode(bytes: Buffer) {
  const opening = await openingOf(bytes);
  try {
    return await sharp(bytes, opening)
      .autoOrient()
      .resize({ ...largest, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .timeout({ seconds: timeLimit })
      .raw()
      .toBuffer({ resolveWithObject: true });
  } catch {
    // What exactly the decoder dislikes is of no use to a reader.
    throw new PictureRefused('damaged', 'The picture is damaged or takes too long to read.');
  }
}
