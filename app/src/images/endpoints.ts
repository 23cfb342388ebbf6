import type { Endpoint } from '../http/endpoint.ts';
import { fetchImage } from './fetch.ts';
import { putImage } from './put.ts';
import { readImage } from './read.ts';
import type { RecipePictures } from './recipe-pictures.ts';
import { removeImage } from './remove.ts';
import type { PictureService } from './service.ts';

/** @param maxImageSize MAX_IMAGE_SIZE, bytes. */
export function imageEndpoints(
  pictures: PictureService,
  recipePictures: RecipePictures,
  maxImageSize: number,
): Endpoint[] {
  return [
    putImage(recipePictures, maxImageSize),
    fetchImage(recipePictures),
    removeImage(recipePictures),
    readImage(pictures),
  ];
}
