import type { Ingredient } from '../../ingredients/schemas.ts';
import type { Recipe, RecipeInput } from '../../recipes/schemas.ts';
import type { Random } from './random.ts';
import { additions, cuisines, dishes, dishTypes, mains, qualities, steps, tags } from './words.ts';

/** Fixed, so that a second run makes the same recipes. */
const firstDay = Date.UTC(2019, 0, 1);
const days = 2500;
const dayLength = 86_400_000;

/** A recipe with the dates of another time. */
export type DatedRecipe = RecipeInput & Pick<Recipe, 'createdAt' | 'updatedAt'>;

/** A recipe as somebody may have written it down, made of words put together by chance. */
export function syntheticRecipe(random: Random, pool: readonly Ingredient[]): DatedRecipe {
  const createdAt = new Date(firstDay + Math.floor(random.next() * days * dayLength));
  const isChanged = random.chance(0.3);
  return {
    title: title(random),
    ...(random.chance(0.6) && { description: sentence(random) }),
    ingredients: random.some(pool, random.between(4, 16)),
    steps: Array.from({ length: random.between(2, 9) }, () => random.pick(steps)),
    tags: random.some(tags, random.between(0, 5)),
    ...(random.chance(0.8) && { servings: random.between(1, 8) }),
    ...(random.chance(0.7) && { prepMinutes: 5 * random.between(1, 9) }),
    ...(random.chance(0.8) && { cookMinutes: 5 * random.between(1, 30) }),
    ...(random.chance(0.75) && { cuisine: random.pick(cuisines) }),
    ...(random.chance(0.85) && { dishType: random.pick(dishTypes) }),
    ...(random.chance(0.5) && { difficulty: random.pick(['easy', 'medium', 'hard'] as const) }),
    ...(random.chance(0.4) && { rating: 6 - random.between(1, 5) }),
    ...(random.chance(0.2) && { notes: sentence(random) }),
    createdAt,
    updatedAt: isChanged
      ? new Date(createdAt.getTime() + random.between(1, 90) * dayLength)
      : createdAt,
  };
}

function title(random: Random): string {
  const quality = random.chance(0.7) ? `${random.pick(qualities)} ` : '';
  const cuisine = random.chance(0.1) ? `${random.pick(cuisines)} ` : '';
  const second = random.chance(0.2) ? ` and ${random.pick(mains)}` : '';
  const added = random.chance(0.6) ? ` with ${random.some(additions, 2).join(' and ')}` : '';
  const text = `${quality}${cuisine}${random.pick(mains)}${second} ${random.pick(dishes)}${added}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sentence(random: Random): string {
  return `A ${random.pick(qualities)} ${random.pick(dishes)} with ${random.pick(additions)}, good with ${random.pick(additions)}.`;
}
