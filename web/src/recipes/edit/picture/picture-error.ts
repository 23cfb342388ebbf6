import { ApiError } from '../../../api/api-error.ts';
import type { TextKey } from '../../../texts/keys.ts';
import { PictureRefused } from './prepare-picture.ts';

/** What the API says of a picture (docs/pictures.md), in our words. */
const texts: Readonly<Record<string, TextKey>> = {
  'image-unsupported': 'editor.picture.error.notPicture',
  'image-damaged': 'editor.picture.error.damaged',
  'image-too-many-pixels': 'editor.picture.error.tooLarge',
  'image-too-large': 'editor.picture.error.tooLarge',
  'image-not-allowed': 'editor.picture.error.address',
  'image-not-public': 'editor.picture.error.address',
  'image-not-found': 'editor.picture.error.notFound',
  'image-refused': 'editor.picture.error.refused',
  'image-not-readable': 'editor.picture.error.refused',
  'image-too-slow': 'editor.picture.error.tooSlow',
};

/** A sentence for what is wrong with a picture; undefined for an error that is not about the picture itself. */
export function pictureErrorKey(error: unknown): TextKey | undefined {
  if (error instanceof PictureRefused) return `editor.picture.error.${error.fault}`;
  if (!(error instanceof ApiError)) return undefined;
  if (error.kind === 'tooLarge') return 'editor.picture.error.tooLarge';
  return texts[error.code ?? ''];
}
