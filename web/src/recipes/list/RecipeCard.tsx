import { PageLink } from '../../app/PageLink.tsx';
import { DishArt } from '../dish/DishArt.tsx';
import { pickDish, pickTone } from '../dish/pick-dish.ts';
import { formatMinutes, totalMinutes } from '../format.ts';
import type { RecipeSummary } from '../recipe.ts';

/** One recipe of the list; the whole card opens it. */
export function RecipeCard({ recipe }: { recipe: RecipeSummary }) {
  const facts = [
    formatMinutes(totalMinutes(recipe)),
    recipe.servings ? `Serves ${recipe.servings}` : undefined,
    recipe.cuisine,
  ].filter(Boolean);
  return (
    <article className="card">
      <DishArt dish={pickDish(recipe)} tone={pickTone(recipe)} />
      <div className="card-text">
        <h2 className="card-title">
          <PageLink page="recipeView" to={`/recipes/${recipe.id}`}>
            {recipe.title}
          </PageLink>
        </h2>
        {recipe.description && <p className="card-description">{recipe.description}</p>}
        {facts.length > 0 && <p className="card-facts">{facts.join(' · ')}</p>}
      </div>
    </article>
  );
}
