import { type Connection, type Model, Types, trusted } from 'mongoose';
import { type Image, type StoredImage, shownImage } from '../images/stored-image.ts';
import { plain } from './plain.ts';
import type {
  ReadableIngredient,
  ReadableRecipe,
  RecipeSource,
  SourceRecipe,
} from './recipe-source.ts';
import type { RecipeCard } from './schema-parts.ts';

type Fields = Record<string, unknown>;

const readableFields: (keyof ReadableRecipe)[] = [
  'title',
  'description',
  'servings',
  'ingredients',
  'steps',
  'prepMinutes',
  'cookMinutes',
  'cuisine',
  'dishType',
  'tags',
  'sourceUrl',
  'image',
];

const cardFields: (keyof RecipeCard)[] = ['title', 'servings', 'dishType', 'tags', 'image'];

/** Reads recipes from the database, where the model named `Recipe` keeps them. */
export class StoredRecipes implements RecipeSource {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async titles(owner: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.#find(owner, ids, ['title']);
    return new Map(found.map(({ _id, title }) => [String(_id), String(title)]));
  }

  async cards(owner: string, ids: readonly string[]): Promise<ReadonlyMap<string, RecipeCard>> {
    const found = await this.#find(owner, ids, cardFields);
    return new Map(
      found.map(({ _id, image, ...fields }) => {
        const card = { id: String(_id), tags: [], ...fields, ...shownPicture(image) };
        return [card.id, card as unknown as RecipeCard];
      }),
    );
  }

  async recipes(owner: string, ids: readonly string[]): Promise<ReadonlyMap<string, SourceRecipe>> {
    const found = await this.#find(owner, ids, ['title', 'servings', 'ingredients']);
    return new Map(
      found.map(({ _id, ...fields }) => {
        const id = String(_id);
        return [id, { id, ...(withLines(fields, toSource) as Omit<SourceRecipe, 'id'>) }];
      }),
    );
  }

  async readable(owner: string, id: string): Promise<ReadableRecipe | undefined> {
    const [found] = await this.#find(owner, [id], readableFields);
    if (!found) return undefined;
    const { _id, image, ...fields } = found;
    const recipe = withLines(fields, toReadable) as Omit<ReadableRecipe, 'tags' | 'steps'>;
    return {
      tags: [],
      steps: [],
      ...recipe,
      ...shownPicture(image),
    };
  }

  async #find(owner: string, ids: readonly string[], fields: string[]): Promise<Fields[]> {
    if (ids.length === 0) return [];
    const model: Model<Fields> = this.#connection.model<Fields>('Recipe');
    const wanted = [...new Set(ids)].map((id) => new Types.ObjectId(id));
    return model
      .find({ _id: trusted({ $in: wanted }), owner })
      .select(fields)
      .lean();
  }
}

function shownPicture(stored: unknown): { image?: Image } {
  return stored === undefined ? {} : { image: shownImage(stored as StoredImage) };
}

function withLines(fields: Fields, line: (stored: ReadableIngredient) => object): object {
  const ingredients = (fields['ingredients'] ?? []) as ReadableIngredient[];
  return { ...(plain(fields) as object), ingredients: ingredients.map(line) };
}

/** Of a range the most is taken: whoever shops by it has enough. */
function toSource({ quantity, quantityMax, unit, name, note }: ReadableIngredient) {
  return given({ quantity: quantityMax ?? quantity, unit, name, note });
}

function toReadable(stored: ReadableIngredient) {
  const { quantity, quantityMax, unit, name, note, group, original } = stored;
  return given({ quantity, quantityMax, unit, name, note, group, original });
}

/** Without the fields that are empty. */
function given(fields: object): object {
  const full = Object.entries(fields).filter(([, value]) => value != null && value !== '');
  return Object.fromEntries(full);
}
