import type { Model } from 'mongoose';
import type { OwnedData } from '../database/owned-data.ts';
import type { PictureRecord } from './model.ts';
import type { PictureService } from './service.ts';

/** Pictures go with the account of their owner, with their files wherever those are. */
export function ownedPictures(model: Model<PictureRecord>, pictures: PictureService): OwnedData {
  return { model: model.modelName, removeAllOf: (owner) => pictures.removeAllOf(owner) };
}
