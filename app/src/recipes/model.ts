import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { Recipe } from './schemas.ts';

/** A recipe as stored. */
export interface RecipeRecord extends Omit<Recipe, 'id'> {
  readonly owner: Types.ObjectId;
}

const ingredientSchema = new Schema<Recipe['ingredients'][number]>(
  { quantity: Number, unit: String, name: { type: String, required: true }, note: String },
  { _id: false },
);

const recipeSchema = new Schema<RecipeRecord>(
  {
    owner: { type: Schema.Types.ObjectId, ref: 'User', required: true },
    title: { type: String, required: true },
    description: String,
    ingredients: [ingredientSchema],
    steps: [String],
    servings: Number,
    prepMinutes: Number,
    cookMinutes: Number,
    tags: [String],
    cuisine: String,
    dishType: String,
    sourceUrl: String,
  },
  { timestamps: true, versionKey: false },
);
recipeSchema.index({ owner: 1, createdAt: -1 });
recipeSchema.index({ owner: 1, title: 1 });
recipeSchema.index({ tags: 1 });
recipeSchema.index({ cuisine: 1 });
recipeSchema.index({ dishType: 1 });

export function recipeModel(connection: Connection): Model<RecipeRecord> {
  return connection.model<RecipeRecord>('Recipe', recipeSchema);
}
