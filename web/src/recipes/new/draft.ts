/** An ingredient as it is being typed; `key` keeps its row apart from its place. */
export interface IngredientRow {
  key: number;
  quantity: string;
  unit: string;
  name: string;
  note: string;
}

/** A step as it is being typed. */
export interface StepRow {
  key: number;
  text: string;
}

/** The fields of a draft that are one text each. */
export interface DraftTexts {
  title: string;
  description: string;
  servings: string;
  prepMinutes: string;
  cookMinutes: string;
  cuisine: string;
  dishType: string;
  tags: string;
  sourceUrl: string;
}

/** A recipe as it is being written: every field is what stands in its box. */
export interface Draft extends DraftTexts {
  ingredients: IngredientRow[];
  steps: StepRow[];
}

let lastKey = 0;

/** A new, empty ingredient row. */
export function emptyIngredient(): IngredientRow {
  return { key: ++lastKey, quantity: '', unit: '', name: '', note: '' };
}

/** A new, empty step row. */
export function emptyStep(): StepRow {
  return { key: ++lastKey, text: '' };
}

/** What a new recipe starts as. */
export function emptyDraft(): Draft {
  return {
    title: '',
    description: '',
    servings: '',
    prepMinutes: '',
    cookMinutes: '',
    cuisine: '',
    dishType: '',
    tags: '',
    sourceUrl: '',
    ingredients: [emptyIngredient(), emptyIngredient(), emptyIngredient()],
    steps: [emptyStep(), emptyStep()],
  };
}

/** The draft without the rows left empty, at least one of each kind kept. */
export function withoutEmptyRows(draft: Draft): Draft {
  const ingredients = draft.ingredients.filter((row) =>
    [row.quantity, row.unit, row.name, row.note].some((text) => text.trim() !== ''),
  );
  const steps = draft.steps.filter((row) => row.text.trim() !== '');
  return {
    ...draft,
    ingredients: ingredients.length > 0 ? ingredients : draft.ingredients.slice(0, 1),
    steps: steps.length > 0 ? steps : draft.steps.slice(0, 1),
  };
}
