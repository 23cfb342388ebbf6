import { DishArt } from '../../recipes/dish/DishArt.tsx';
import { RecipePicture } from '../../recipes/picture/RecipePicture.tsx';
import type { RecipeCard } from '../collection.ts';
import './cover.css';

/** The pictures of a collection's first recipes, at most four; it decorates, the name stands beside it. */
export function Cover({ recipes }: { recipes: readonly RecipeCard[] }) {
  return (
    <div className={`cover cover-${recipes.length}`} aria-hidden="true">
      {recipes.length === 0 && <DishArt dish="bowl" tone={2} />}
      {recipes.map((recipe) => (
        <RecipePicture
          key={recipe.id}
          recipe={recipe}
          sizes={recipes.length === 1 ? '(width < 40rem) 50vw, 20rem' : '10rem'}
        />
      ))}
    </div>
  );
}
