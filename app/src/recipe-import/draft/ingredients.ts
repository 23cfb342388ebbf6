import { parseLines } from '../../ingredients/lines.ts';
import { type Ingredient, maxIngredients, maxLine } from '../../ingredients/schemas.ts';
import { type Graph, isNode, type Node } from '../read/nodes.ts';
import { plainText } from '../read/plain-text.ts';
import { type Problems, quoted } from './problems.ts';
import { cut, cutList, textOf } from './texts.ts';

/** Names that the property had over time. */
const properties = ['recipeIngredient', 'ingredients', 'ingredient', 'supply'];

/** Ingredients, read from their lines; says which amounts could not be read. */
export function readIngredients(graph: Graph, node: Node, problems: Problems): Ingredient[] {
  const values = properties
    .map((property) => graph.values(node, property))
    .find(({ length }) => length > 0);
  const lines = (values ?? [])
    .slice(0, 2 * maxIngredients)
    .flatMap((value) => linesOf(graph, value));
  const short = lines.map((line) => cut(line, maxLine, 'ingredients', problems));
  const ingredients = cutList(parseLines(short), maxIngredients, 'ingredients', problems);
  for (const [at, { quantity, original = '' }] of ingredients.entries()) {
    if (quantity !== undefined || !/[\d½⅓⅔¼¾⅛]/.test(original)) continue;
    problems.add(`ingredients.${at}`, `The amount in ${quoted(original)} could not be read.`);
  }
  if (ingredients.length === 0) problems.add('ingredients', 'No ingredients were found.');
  return ingredients;
}

function linesOf(graph: Graph, value: unknown): string[] {
  if (Array.isArray(value))
    return value.flatMap((inner) => plainText(textOf(graph, inner)).split('\n'));
  const amount = isNode(value)
    ? ['requiredQuantity', 'amount'].flatMap((name) => graph.values(value, name))
    : [];
  const words = [...amount.slice(0, 1), value].map((part) => textOf(graph, part));
  return plainText(words.filter(Boolean).join(' ')).split('\n');
}
