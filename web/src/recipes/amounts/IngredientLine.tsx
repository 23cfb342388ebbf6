import { formatAmount } from '../format.ts';
import type { Ingredient } from '../recipe.ts';

/** What an ingredient says, its amount first. */
export function IngredientLine({ ingredient }: { ingredient: Ingredient }) {
  const amount = formatAmount(ingredient);
  return (
    <span>
      {amount && <strong>{amount} </strong>}
      {ingredient.name}
      {ingredient.note && <span className="ingredient-note">, {ingredient.note}</span>}
    </span>
  );
}
