import type { Ingredient } from '../recipe.ts';

/** Words of names that say nothing of what the thing is. */
const describing = new Set(['and', 'or', 'of', 'the', 'for', 'with', 'und', 'oder', 'mit', 'zum']);

/**
 * The ingredients that a step speaks of. It goes by the words of their names, so it may miss one that the step
 * calls something else; the whole list is a tap away.
 */
export function ingredientsOf(step: string, ingredients: readonly Ingredient[]): Ingredient[] {
  const said = new Set(stemsOf(step));
  const names = ingredients.map(({ name }) => stemsOf(name));
  return ingredients.filter((_, at) => {
    const name = names[at] ?? [];
    const others = names.filter((_name, other) => other !== at);
    const [main = ''] = name.slice(-1);
    if (said.has(main)) {
      // "black pepper" and "red peppers": where another has the same main word, one more word must fit, if any does.
      const rivals = [name, ...others.filter((other) => other.at(-1) === main)];
      if (rivals.length === 1) return true;
      const fits = (words: readonly string[]) => words.slice(0, -1).some((word) => said.has(word));
      return fits(name) || !rivals.some(fits);
    }
    return name.some((word) => said.has(word) && !others.some((other) => other.includes(word)));
  });
}

/** The words of a text without their endings in English and German. */
function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return words.filter((word) => !describing.has(word)).map((word) => word.replace(ending, ''));
}

const ending = /(?<=\p{L}{3})(?:es|en|s|n|e)$/u;
