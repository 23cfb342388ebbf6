import type { Settings } from '@recipe-book/settings';
import { images } from './images.ts';

/** Image of the app: APP_IMAGE, or the one that the source is built into. */
export function appImage({ APP_IMAGE }: Pick<Settings, 'APP_IMAGE'>): string {
  return APP_IMAGE ?? images.app;
}

/** The tag of an image that has one: what comes after the last colon, since a host may have a port. */
export function tagOf(image: string): string {
  return image.slice(image.lastIndexOf(':') + 1);
}
