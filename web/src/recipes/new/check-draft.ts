import { webSite } from '../format.ts';
import type { Ingredient, RecipeInput } from '../recipe.ts';
import type { Draft, IngredientRow } from './draft.ts';
import { parseQuantity } from './parse-quantity.ts';

/** What is wrong, by the dotted path that the API uses too, such as `ingredients.0.name`. */
export type DraftErrors = Record<string, string>;

/** The longest time the API takes: two weeks. */
const maxMinutes = 14 * 24 * 60;
const maxTagLength = 50;

/**
 * Turns a draft without empty rows into what the API takes, or says what is wrong with it. Texts
 * lose the spaces around them, and fields left empty are left out. The server checks again.
 */
export function checkDraft(draft: Draft): { input: RecipeInput } | { errors: DraftErrors } {
  const errors: DraftErrors = {};
  const number = (
    path: 'servings' | 'prepMinutes' | 'cookMinutes',
    least: number,
    most: number,
  ) => {
    const text = draft[path].trim();
    if (text === '') return {};
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return { [path]: value };
    errors[path] = `Enter a whole number from ${least} to ${most}.`;
    return {};
  };
  const text = (path: 'description' | 'cuisine' | 'dishType' | 'sourceUrl') => {
    const value = draft[path].trim();
    return value === '' ? {} : { [path]: value };
  };

  if (draft.title.trim() === '') errors['title'] = 'Give the recipe a name.';
  if (draft.sourceUrl.trim() !== '' && !webSite(draft.sourceUrl.trim())) {
    errors['sourceUrl'] = 'Enter a full web address, such as https://example.com/soup.';
  }
  if (draft.steps.every((row) => row.text.trim() === '')) {
    errors['steps.0'] = 'Write down at least one step.';
  }
  const ingredients = draft.ingredients.map((row, index) => ingredientOf(row, index, errors));
  const tags = splitTags(draft.tags);
  if (tags.some((tag) => tag.length > maxTagLength)) {
    errors['tags'] = `Use at most ${maxTagLength} characters for a tag.`;
  }
  const input: RecipeInput = {
    title: draft.title.trim(),
    ...text('description'),
    ingredients,
    steps: draft.steps.map((row) => row.text.trim()),
    ...number('servings', 1, 1000),
    ...number('prepMinutes', 0, maxMinutes),
    ...number('cookMinutes', 0, maxMinutes),
    ...(tags.length > 0 ? { tags } : {}),
    ...text('cuisine'),
    ...text('dishType'),
    ...text('sourceUrl'),
  };
  return Object.keys(errors).length > 0 ? { errors } : { input };
}

function ingredientOf(row: IngredientRow, index: number, errors: DraftErrors): Ingredient {
  const name = row.name.trim();
  const unit = row.unit.trim();
  const note = row.note.trim();
  const quantity = parseQuantity(row.quantity);
  if (name === '') errors[`ingredients.${index}.name`] = 'Name the ingredient.';
  if (quantity === undefined && row.quantity.trim() !== '') {
    errors[`ingredients.${index}.quantity`] = 'Enter a number, such as 2, 1.5 or 1/2.';
  }
  return {
    ...(quantity === undefined ? {} : { quantity }),
    ...(unit === '' ? {} : { unit }),
    name,
    ...(note === '' ? {} : { note }),
  };
}

function splitTags(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
