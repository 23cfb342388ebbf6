import { type Model, Types } from 'mongoose';

/** Data that belongs to users and goes with their account. */
export interface OwnedData {
  /** Name of the mongoose model, such as `Recipe`. */
  readonly model: string;
  /** Removes all that a user owns. Doing it twice does no harm. */
  removeAllOf(owner: string): Promise<void>;
}

/** Owned data that is gone when the documents of a model are. */
export function ownedDocuments<T extends { readonly owner: Types.ObjectId }>(
  model: Model<T>,
): OwnedData {
  return {
    model: model.modelName,
    async removeAllOf(owner) {
      await model.deleteMany({ owner: new Types.ObjectId(owner) });
    },
  };
}
