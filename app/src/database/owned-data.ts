import { type Model, Types, trusted } from 'mongoose';

/** Data that belongs to users and goes with their account. */
export interface OwnedData {
  /** Name of the mongoose model, such as `Recipe`. */
  readonly model: string;
  /** Removes all that a user owns. Doing it twice does no harm. */
  removeAllOf(owner: string): Promise<void>;
}

/** Documents that are removed at a time: the database must not need longer than a query may take. */
const lotSize = 1000;

/** Owned data that is gone when the documents of a model are. */
export function ownedDocuments<T extends { readonly owner: Types.ObjectId }>(
  model: Model<T>,
): OwnedData {
  return {
    model: model.modelName,
    async removeAllOf(owner) {
      let found: number;
      do {
        const lot = await model
          .find({ owner: new Types.ObjectId(owner) })
          .select({ _id: 1 })
          .limit(lotSize)
          .lean();
        found = lot.length;
        const ids = lot.map(({ _id }) => _id);
        if (found > 0) await model.deleteMany({ _id: trusted({ $in: ids }) });
      } while (found === lotSize);
    },
  };
}
