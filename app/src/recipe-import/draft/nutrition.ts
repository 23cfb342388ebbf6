import type { Nutrition } from '../../recipes/nutrition.ts';
import { type Graph, isNode, type Node } from '../read/nodes.ts';
import { type Problems, quoted } from './problems.ts';
import { lineAt } from './texts.ts';

/** Field → property of schema.org/NutritionInformation, and the unit that the field is in. */
const fields = [
  ['calories', 'calories', 'kcal'],
  ['fatGrams', 'fatContent', 'g'],
  ['saturatedFatGrams', 'saturatedFatContent', 'g'],
  ['carbohydrateGrams', 'carbohydrateContent', 'g'],
  ['sugarGrams', 'sugarContent', 'g'],
  ['fiberGrams', 'fiberContent', 'g'],
  ['proteinGrams', 'proteinContent', 'g'],
  ['cholesterolMilligrams', 'cholesterolContent', 'mg'],
  ['sodiumMilligrams', 'sodiumContent', 'mg'],
] as const satisfies readonly (readonly [keyof Nutrition, string, string])[];

const amount = /(\d{1,6}(?:[.,]\d{1,3})?) ?(\p{L}{0,12})/u;

/** How many of the field's unit one of the written unit is. */
const factors: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  kcal: { kj: 1 / 4.184, kilojoule: 1 / 4.184, kilojoules: 1 / 4.184 },
  g: { mg: 1 / 1000, milligrams: 1 / 1000 },
  mg: { g: 1000, gram: 1000, grams: 1000 },
};

/** Nutrition of one serving; values that are no number are left out. */
export function readNutrition(graph: Graph, node: Node, problems: Problems): Nutrition | undefined {
  const [information] = graph.values(node, 'nutrition');
  if (!isNode(information)) return undefined;
  const read: { -readonly [K in keyof Nutrition]: Nutrition[K] } = {};
  for (const [field, property, unit] of fields) {
    const text = lineAt(graph, information, property);
    if (text === '') continue;
    const [, number, written = ''] = amount.exec(text.replace(/(\d),(\d{3})(?!\d)/g, '$1$2')) ?? [];
    if (number === undefined) {
      problems.add(`nutrition.${field}`, `The amount ${quoted(text)} could not be read.`);
      continue;
    }
    const value = Number(number.replace(',', '.')) * (factors[unit]?.[written.toLowerCase()] ?? 1);
    if (value <= 100_000) read[field] = Math.round(value * 100) / 100;
  }
  return Object.keys(read).length > 0 ? read : undefined;
}
