import type { Endpoint } from '../../http/endpoint.ts';
import { fetchImage } from './fetch.ts';
import { putImage } from './put.ts';
import type { RecipePictures } from './recipe-pictures.ts';
import { removeImage } from './remove.ts';

/** @param maxImageSize MAX_IMAGE_SIZE, bytes. */
export function recipeImageEndpoints(
  recipePictures: RecipePictures,
  maxImageSize: number,
): Endpoint[] {
  return [
    putImage(recipePictures, maxImageSize),
    fetchImage(recipePictures),
    removeImage(recipePictures),
  ];
}
