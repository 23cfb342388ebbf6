import type { z } from 'zod';
import type { image } from './schemas.ts';

/** What a recipe keeps of its picture; the rest follows from it. */
export interface StoredImage {
  /** The secret part of its addresses; another one with every picture. */
  readonly key: string;
  /** Of the largest file, pixels. */
  readonly width: number;
  readonly height: number;
}

/** A picture as the API shows it. */
export type Image = z.output<typeof image>;

/** Widths that pictures are made in, besides their own; none is enlarged. */
const smallerWidths = [320, 640];
/** Largest picture kept, pixels. Only one that is twice as high as wide is bounded by its height. */
export const largest = { width: 1280, height: 2560 } as const;

/** The widths of the files of a picture whose largest file is that wide, the smallest first. */
export function widthsUpTo(width: number): number[] {
  return [...smallerWidths.filter((smaller) => smaller < width), width];
}

export function shownImage({ key, width, height }: StoredImage): Image {
  const urls = widthsUpTo(width).map((each) => ({
    width: each,
    url: `/api/images/${key}/${each}.webp`,
  }));
  return { key, width, height, urls };
}
