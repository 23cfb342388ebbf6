import { recipeInput } from '@recipe-book/app/schemas/recipes';
import type { FieldError, FieldErrors, Resolver } from 'react-hook-form';
import { z } from 'zod';
import { schemaResolver } from '../../../ui/forms/schema-resolver.ts';
import type { RecipeInput } from '../../recipe.ts';
import type { Draft } from './draft.ts';
import { inputOf } from './input-of.ts';

const draftSchema = z.pipe(
  z.transform((draft: Draft) => inputOf(draft).input),
  recipeInput,
);
const check = schemaResolver<Draft, RecipeInput>(draftSchema as z.ZodType<RecipeInput, Draft>);

/** Checks a draft as the API would, and says what is wrong at the row where it stands. */
export const draftResolver: Resolver<Draft, unknown, RecipeInput> = async (draft, ...form) => {
  const result = await check(draft, ...form);
  return 'errors' in result && Object.keys(result.errors).length > 0
    ? { values: {}, errors: inPlace(draft, result.errors) }
    : result;
};

type Errors = FieldErrors<Draft>;

/** Errors have the numbers of what was sent; empty rows and headings were not. */
export function inPlace(draft: Draft, errors: Errors): Errors {
  const { ingredientPlaces, stepPlaces } = inputOf(draft);
  return {
    ...errors,
    ...(errors.ingredients && {
      ingredients: moved(errors.ingredients, ingredientPlaces, withAmount),
    }),
    ...(errors.steps && { steps: moved(errors.steps, stepPlaces, asText) }),
  } as Errors;
}

/** What is wrong with a list: with its rows by number, and as a whole (`root`). */
function moved(errors: object, places: readonly number[], change: (error: RowError) => object) {
  const rows = Object.entries(errors).map(([key, error]) => {
    const place = places[Number(key)];
    return place === undefined ? [key, error] : [place, change(error)];
  });
  return Object.assign([], Object.fromEntries(rows));
}

type RowError = Partial<Record<string, FieldError>>;

/** The end of a range stands in the same box as its beginning. */
function withAmount({ quantityMax, ...error }: RowError): object {
  return quantityMax ? { quantity: quantityMax, ...error } : error;
}

/** A step is a text, and a row of the draft has it as `text`. */
function asText(error: object): object {
  return { text: error };
}
