import { formatAmount } from '../format.ts';
import type { Ingredient } from '../recipe.ts';

/** What goes in; each line can be ticked off while it is got ready. */
export function Ingredients({ ingredients }: { ingredients: Ingredient[] }) {
  return (
    <section className="ingredients" aria-labelledby="ingredients-title">
      <h2 id="ingredients-title">Ingredients</h2>
      <ul>
        {ingredients.map((ingredient, index) => {
          const amount = formatAmount(ingredient);
          return (
            // Two lines may be the same; the list never changes its order while it is shown.
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is a line's only identity.
            <li key={index}>
              <label className="ingredient">
                <input type="checkbox" />
                <span>
                  {amount && <strong>{amount} </strong>}
                  {ingredient.name}
                  {ingredient.note && <span className="ingredient-note">, {ingredient.note}</span>}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
