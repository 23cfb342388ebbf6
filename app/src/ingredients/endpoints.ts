import type { Endpoint } from '../http/endpoint.ts';
import { parseIngredients } from './parse-ingredients.ts';

export function ingredientEndpoints(): Endpoint[] {
  return [parseIngredients];
}
