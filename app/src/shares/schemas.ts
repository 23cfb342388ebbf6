import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import { image } from '../images/schemas.ts';
import { linkToken } from '../secret-link.ts';
import { shoppingItem } from '../shopping-lists/item-schemas.ts';

/** What can be shared. */
export const shareKinds = ['recipe', 'shopping-list'] as const;

const kind = z.enum(shareKinds);
const createdAt = z.date().meta({ override: { type: 'string', format: 'date-time' } });

export const shareInput = z
  .strictObject({ kind, id: objectId.meta({ description: 'Of the recipe or list' }) })
  .meta({ id: 'ShareInput' });

/** A share as its owner sees it later on: the link itself is not kept. */
export const share = z
  .object({
    id: objectId,
    kind,
    targetId: objectId.meta({ description: 'Id of the recipe or list' }),
    title: z
      .string()
      .optional()
      .meta({ description: 'Title of the recipe or name of the list; absent once it is deleted' }),
    createdAt,
  })
  .meta({ id: 'Share' });

/** A share that was just made; its link is shown only now. */
export const newShare = share
  .extend({
    token: linkToken,
    url: z.string().meta({ description: 'Where people can read it, on this site' }),
    apiUrl: z.string().meta({ description: 'Where programs can read it, on this site' }),
  })
  .meta({ id: 'NewShare' });

const sharedIngredient = z.object({
  quantity: z.number().optional(),
  quantityMax: z.number().optional(),
  unit: z.string().optional(),
  name: z.string(),
  note: z.string().optional(),
  group: z.string().optional(),
  original: z.string().optional(),
});

const sharedRecipe = z
  .object({
    title: z.string(),
    description: z.string().optional(),
    servings: z.number().optional(),
    ingredients: z.array(sharedIngredient),
    steps: z.array(z.string()),
    prepMinutes: z.number().optional(),
    cookMinutes: z.number().optional(),
    cuisine: z.string().optional(),
    dishType: z.string().optional(),
    tags: z.array(z.string()),
    sourceUrl: z.string().optional(),
    image: image.optional(),
  })
  .meta({ id: 'SharedRecipe' });

const sharedList = z
  .object({ name: z.string(), items: z.array(shoppingItem.omit({ id: true, recipeIds: true })) })
  .meta({ id: 'SharedShoppingList' });

/** What somebody with a link sees: nothing of the owner, and no ids. */
export const shared = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('recipe'), recipe: sharedRecipe }),
    z.object({ kind: z.literal('shopping-list'), shoppingList: sharedList }),
  ])
  .meta({ id: 'Shared' });

export type ShareInput = z.output<typeof shareInput>;
export type Share = z.output<typeof share>;
export type NewShare = z.output<typeof newShare>;
export type SharedRecipe = z.output<typeof sharedRecipe>;
export type SharedList = z.output<typeof sharedList>;
export type Shared = z.output<typeof shared>;
