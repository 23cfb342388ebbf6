import type { RecipePage } from '../recipe.ts';
import { RecipeCard } from './RecipeCard.tsx';

/** Cards that are on the screen at first. */
const seenFirst = 3;

interface RecipeGridProps {
  pages: readonly RecipePage[];
  /** True while others are on their way. */
  isOld: boolean;
}

/** The recipes as cards. */
export function RecipeGrid({ pages, isOld }: RecipeGridProps) {
  // One that was added meanwhile moves others to the next page: each is shown once.
  const recipes = [...new Map(pages.flatMap(({ items }) => items).map((one) => [one.id, one]))];
  if (recipes.length === 0) return null;
  return (
    <ul className="card-grid" aria-busy={isOld}>
      {recipes.map(([id, recipe], index) => (
        <li key={id}>
          <RecipeCard recipe={recipe} eager={index < seenFirst} />
        </li>
      ))}
    </ul>
  );
}
