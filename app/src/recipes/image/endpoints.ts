import type { Events } from '../../events.ts';
import type { Endpoint } from '../../http/endpoint.ts';
import { fetchImage } from './fetch.ts';
import { previewImage } from './preview.ts';
import { putImage } from './put.ts';
import type { RecipePictures } from './recipe-pictures.ts';
import { removeImage } from './remove.ts';

/** @param maxImageSize MAX_IMAGE_SIZE, bytes. */
export function recipeImageEndpoints(
  recipePictures: RecipePictures,
  events: Events,
  maxImageSize: number,
): Endpoint[] {
  return [
    // Before those whose ids match any part of a path.
    previewImage(recipePictures),
    putImage(recipePictures, events, maxImageSize),
    fetchImage(recipePictures, events),
    removeImage(recipePictures),
  ];
}
