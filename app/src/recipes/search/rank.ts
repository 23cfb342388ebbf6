import { isNear, typosAllowed } from './typos.ts';

/** The words of a recipe that can be found. */
export interface Words {
  readonly title: string;
  readonly ingredients: string;
}

/**
 * How well a recipe fits the words looked for; 0 when one of them is not there at all.
 * Whole words count more than beginnings, those more than words with typing errors, and the title
 * more than the ingredients.
 */
export function scoreOf(wanted: readonly string[], found: Words): number {
  const title = found.title.split(' ');
  const ingredients = found.ingredients.split(' ');
  let sum = 0;
  for (const word of wanted) {
    const score = Math.max(2 * closest(word, title), closest(word, ingredients));
    if (score === 0) return 0;
    sum += score;
  }
  return sum;
}

/** 3 for the word itself, 2 for its beginning, 1 for one that is near. */
function closest(wanted: string, words: readonly string[]): number {
  if (words.includes(wanted)) return 3;
  if (wanted.length > 1 && words.some((word) => word.startsWith(wanted))) return 2;
  const typos = typosAllowed(wanted);
  return typos > 0 && words.some((word) => isTypo(wanted, word, typos)) ? 1 : 0;
}

/** Also of the beginning of a word, once five letters are there. */
function isTypo(wanted: string, word: string, typos: number): boolean {
  if (isNear(wanted, word, typos)) return true;
  if (wanted.length < 5) return false;
  return [-1, 0, 1].some((more) => isNear(wanted, word.slice(0, wanted.length + more), 1));
}
