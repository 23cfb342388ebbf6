import { type Draft, nutrients } from './draft.ts';
import { ingredientsOfRows } from './ingredient-rows.ts';
import { parseQuantity } from './parse-quantity.ts';

/** A draft in the form that the API takes, not checked yet, and where its parts stand in the draft. */
export interface DraftInput {
  readonly input: Readonly<Record<string, unknown>>;
  /** The row of each ingredient. */
  readonly ingredientPlaces: readonly number[];
  /** The row of each step. */
  readonly stepPlaces: readonly number[];
}

/**
 * Takes a draft for what it says: fields and rows left empty are left out, numbers are numbers. A text that is no
 * number stays one, for the API's schema to refuse.
 */
export function inputOf(draft: Draft): DraftInput {
  const { ingredients, places } = ingredientsOfRows(draft.ingredients);
  const steps = draft.steps.map(({ text }, place) => ({ text, place })).filter(isWritten);
  const nutrition = nutritionOf(draft);
  const input = {
    title: draft.title,
    ingredients,
    steps: steps.map(({ text }) => text),
    tags: draft.tags,
    ...given('description', draft.description),
    ...givenNumber('servings', draft.servings),
    ...givenNumber('prepMinutes', draft.prepMinutes),
    ...givenNumber('cookMinutes', draft.cookMinutes),
    ...given('cuisine', draft.cuisine),
    ...given('dishType', draft.dishType),
    ...given('difficulty', draft.difficulty),
    ...(nutrition && { nutrition }),
    ...given('notes', draft.notes),
    ...given('sourceUrl', draft.sourceUrl.trim()),
  };
  return { input, ingredientPlaces: places, stepPlaces: steps.map(({ place }) => place) };
}

function isWritten({ text }: { text: string }): boolean {
  return text.trim() !== '';
}

function given(name: string, text: string): object {
  return text.trim() === '' ? {} : { [name]: text };
}

function givenNumber(name: string, text: string): object {
  return text.trim() === '' ? {} : { [name]: numberOf(text) };
}

/** As people write numbers. What is plain may be zero, and of any size: the API's schema says what is too large. */
function numberOf(text: string): number | string {
  const plain = text.trim();
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : (parseQuantity(plain) ?? text);
}

function nutritionOf({ nutrition }: Draft): object | undefined {
  const parts = nutrients.map((name) => givenNumber(name, nutrition[name]));
  const all = Object.assign({}, ...parts);
  return Object.keys(all).length > 0 ? all : undefined;
}
