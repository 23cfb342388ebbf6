import type { RecipeInput } from '../recipe.ts';

/** The drawings there are. */
export type Dish = 'pot' | 'bowl' | 'bread' | 'leaf' | 'cake' | 'cup';

/** The colours a drawing can stand on. */
export type Tone = 1 | 2 | 3 | 4 | 5;

const words: [dish: Dish, pattern: RegExp][] = [
  ['cup', /drink|smoothie|cocktail|juice|coffee|tea\b|lemonade/],
  ['bread', /bread|loaf|bun|roll|sandwich|toast|pizza|focaccia|pancake|breakfast/],
  ['cake', /dessert|cake|cookie|sweet|pudding|tart|brownie|ice cream/],
  ['leaf', /salad|vegetable|slaw|greens|side/],
  ['bowl', /soup|noodle|ramen|pasta|rice|porridge|curry|bowl|risotto|dal\b|dhal/],
];

/** Chooses the drawing that fits a recipe's kind best, or its tags or its title; else a pot. */
export function pickDish({
  dishType = '',
  tags = [],
  title,
}: Pick<RecipeInput, 'dishType' | 'tags' | 'title'>): Dish {
  for (const text of [dishType, tags.join(' '), title]) {
    const match = words.find(([, pattern]) => pattern.test(text.toLowerCase()));
    if (match) return match[0];
  }
  return 'pot';
}

/** Gives a recipe a colour that stays its own: the title decides. */
export function pickTone({ title }: Pick<RecipeInput, 'title'>): Tone {
  const tones: Tone[] = [1, 2, 3, 4, 5];
  const sum = [...title].reduce((hash, sign) => (hash * 31 + (sign.codePointAt(0) ?? 0)) % 9973, 7);
  return tones[sum % tones.length] ?? 1;
}
