import { Unavailable } from '../unavailable.ts';

/** Why bytes are not taken as a picture. */
type Reason = 'unsupported' | 'damaged' | 'too-many-pixels';

/** Thrown for bytes that are no picture to keep. The message is for the user. */
export class PictureRefused extends Error {
  override readonly name = 'PictureRefused';
  readonly reason: Reason;

  constructor(reason: Reason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Thrown when the place where pictures are stored does not answer as it should. */
export class ImageStoreAway extends Unavailable {
  override readonly name = 'ImageStoreAway';
  readonly code = 'image-store-away';
  readonly detail = 'The store of pictures does not answer; try again soon.';
}
