import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { StoredImage } from '../images/stored-image.ts';
import type { Recipe } from './schemas.ts';
import type { Found } from './search/found.ts';

/** A recipe as stored. */
export interface RecipeRecord extends Omit<Recipe, 'id' | 'image'> {
  readonly owner: Types.ObjectId;
  /** What lists look for; derived from the rest. */
  readonly found: Found;
  readonly image?: StoredImage;
}

const ingredientSchema = new Schema<Recipe['ingredients'][number]>(
  {
    quantity: Number,
    quantityMax: Number,
    unit: String,
    name: { type: String, required: true },
    note: String,
    group: String,
    original: String,
  },
  { _id: false },
);

const nutritionSchema = new Schema<NonNullable<Recipe['nutrition']>>(
  {
    calories: Number,
    fatGrams: Number,
    saturatedFatGrams: Number,
    carbohydrateGrams: Number,
    sugarGrams: Number,
    fiberGrams: Number,
    proteinGrams: Number,
    cholesterolMilligrams: Number,
    sodiumMilligrams: Number,
  },
  { _id: false },
);

const imageSchema = new Schema<StoredImage>(
  {
    key: { type: String, required: true },
    width: { type: Number, required: true },
    height: { type: Number, required: true },
  },
  { _id: false },
);

const foundSchema = new Schema<Found>(
  {
    title: String,
    ingredients: String,
    trigrams: [String],
    tags: [String],
    cuisine: String,
    dishType: String,
    minutes: Number,
  },
  { _id: false },
);

const recipeSchema = new Schema<RecipeRecord>(
  {
    owner: { type: Schema.Types.ObjectId, ref: 'User', required: true },
    version: { type: Number, required: true },
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
    difficulty: String,
    nutrition: nutritionSchema,
    rating: Number,
    notes: String,
    sourceUrl: String,
    image: imageSchema,
    found: foundSchema,
  },
  { timestamps: true, versionKey: false },
);
recipeSchema.index({ owner: 1, createdAt: -1 });
recipeSchema.index({ owner: 1, title: 1 });
recipeSchema.index({ tags: 1 });
recipeSchema.index({ cuisine: 1 });
recipeSchema.index({ dishType: 1 });
// One for each order of the list, alone and with each filter: the database then neither sorts nor
// needs a hint, which the embedded server takes long for.
for (const filter of [undefined, 'found.tags', 'found.cuisine', 'found.dishType']) {
  const found = { owner: 1, ...(filter !== undefined && { [filter]: 1 }) } as const;
  if (filter !== undefined) recipeSchema.index({ ...found, createdAt: -1 });
  recipeSchema.index({ ...found, 'found.title': 1 });
  recipeSchema.index({ ...found, 'found.minutes': 1 });
  recipeSchema.index({ ...found, rating: -1, createdAt: -1 });
}
recipeSchema.index({ owner: 1, 'found.trigrams': 1, createdAt: -1 });

export function recipeModel(connection: Connection): Model<RecipeRecord> {
  return connection.model<RecipeRecord>('Recipe', recipeSchema);
}
