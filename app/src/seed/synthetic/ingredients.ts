import { parseLines } from '../../ingredients/lines.ts';
import type { Ingredient } from '../../ingredients/schemas.ts';
import type { Aisle } from '../../shopping-lists/aisles/aisles.ts';
import { foods } from '../../shopping-lists/aisles/foods.ts';
import type { Random } from './random.ts';
import { cuts } from './words.ts';

/** Distinct lines that recipes are put together from. Each is read once: reading takes longest. */
const poolSize = 4000;

/** What nearly every kitchen uses. */
const staples = [
  'salt',
  'onion',
  'olive oil',
  'garlic',
  'butter',
  'black pepper',
  'egg',
  'flour',
  'sugar',
  'milk',
];

/** Amounts as people write them, by where the food is found; `#` is a number. */
const amounts: Partial<Record<Aisle, readonly string[]>> = {
  produce: ['#', '#00 g', '½ bunch of', '# large', '1½ cups'],
  meat: ['#00 g', '1 lb', '# slices of'],
  fish: ['#00 g', '# fillets of'],
  dairy: ['#0 g', '#00 ml', '½ cup', '# tbsp'],
  grains: ['#00 g', '1 cup', '2½ cups'],
  canned: ['1 can', '# cans', '#00 ml'],
  baking: ['#0 g', '1/2 cup', '# tsp', '1 1/2 cups'],
  spices: ['# tsp', '1/2 tsp', 'a pinch of', '1-2 tsp'],
  condiments: ['# tbsp', '1 tsp', '#0 ml'],
  drinks: ['#00 ml', '1 cup', 'a splash of'],
  bakery: ['# slices of', '#'],
};

/** Ingredients read from lines by the same parser that reads those of users. */
export function ingredientPool(random: Random): Ingredient[] {
  const entries = Object.entries(amounts).map(([aisle, ways]) => ({
    ways,
    names: foods[aisle as Exclude<Aisle, 'other'>]
      .split(',')
      .map((name) => name.replaceAll(/\s+/g, ' ').trim()),
  }));
  const lines = Array.from({ length: poolSize }, () => {
    if (random.chance(0.25))
      return line(random, random.pick(staples), ['# tbsp', '#', 'a pinch of', '#0 g']);
    const { names, ways } = random.pick(entries);
    return line(random, random.pick(names), ways);
  });
  return parseLines(lines);
}

function line(random: Random, name: string, ways: readonly string[]): string {
  const amount = random.pick(ways).replace('#', String(random.between(1, 9)));
  const cut = random.chance(0.3) ? `, ${random.pick(cuts)}` : '';
  return `${amount} ${name}${cut}`;
}
