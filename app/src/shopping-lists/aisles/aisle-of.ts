import { foodKey } from '../amounts/food-name.ts';
import { type Aisle, aisles } from './aisles.ts';
import { foods } from './foods.ts';

const byFood = new Map<string, Aisle>();
for (const aisle of aisles) {
  if (aisle === 'other') continue;
  for (const food of foods[aisle].split(',')) byFood.set(foodKey(food), aisle);
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
      const found = byFood.get(words.slice(start, start + length).join(' '));
      if (found) return found;
    }
  }
  return 'other';
}
