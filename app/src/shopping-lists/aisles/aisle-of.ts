import { foodKey } from '../amounts/food-name.ts';
import { type Aisle, aisles } from './aisles.ts';
import { foods } from './foods.ts';

let byFood: ReadonlyMap<string, Aisle> | undefined;

/** Made when it is first needed: a browser loads this with pages that ask for no aisle. */
function aislesByFood(): ReadonlyMap<string, Aisle> {
  byFood ??= new Map(
    aisles
      .filter((aisle) => aisle !== 'other')
      .flatMap((aisle) => foods[aisle].split(',').map((food) => [foodKey(food), aisle])),
  );
  return byFood;
}

/** Longest name in the table, words. */
const maxWords = 3;

/**
 * Where a food is found: by the longest part of its name that the table knows, the later part first,
 * since the last word says most: `unsalted butter`, `tomatoes on the vine`.
 */
export function aisleOf(name: string): Aisle {
  const words = foodKey(name).split(' ').slice(0, 20);
  for (let length = maxWords; length > 0; length -= 1) {
    for (let start = words.length - length; start >= 0; start -= 1) {
      const found = aislesByFood().get(words.slice(start, start + length).join(' '));
      if (found) return found;
    }
  }
  return 'other';
}
