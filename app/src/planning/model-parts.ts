import { Schema } from 'mongoose';

/** The owner and version that every stored thing has. */
export const ownedFields = {
  owner: { type: Schema.Types.ObjectId, ref: 'User', required: true },
  version: { type: Number, required: true },
} as const;

/** A recipe that something refers to. */
export const recipeReference = { type: Schema.Types.ObjectId, ref: 'Recipe' } as const;

export const schemaOptions = { timestamps: true, versionKey: false } as const;
