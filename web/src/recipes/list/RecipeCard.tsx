import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { PageLink } from '../../app/PageLink.tsx';
import { useText } from '../../texts/use-text.ts';
import { formatMinutes, totalMinutes } from '../format.ts';
import { RecipePicture } from '../picture/RecipePicture.tsx';
import type { RecipeSummary } from '../recipe.ts';
import { recipeQuery } from '../requests.ts';
import { StarIcon } from './icons.tsx';

/** How long a pointer must rest on a card before its recipe is fetched, ms: passing over it is no interest, nor is scrolling. */
const interest = 120;
const mostTags = 3;

interface RecipeCardProps {
  recipe: RecipeSummary;
  /** True for those that are seen first. */
  eager: boolean;
}

/** One recipe of the list; the whole card opens it. */
export function RecipeCard({ recipe, eager }: RecipeCardProps) {
  const t = useText();
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const prefetch = () => void client.prefetchQuery(recipeQuery(recipe.id));
  const time = formatMinutes(totalMinutes(recipe));
  return (
    <article
      className="card"
      onPointerEnter={() => {
        timer.current = setTimeout(prefetch, interest);
      }}
      onPointerLeave={() => clearTimeout(timer.current)}
      onFocus={prefetch}
    >
      <RecipePicture
        recipe={recipe}
        sizes="(width < 40rem) 7rem, (width < 64rem) 45vw, 18rem"
        eager={eager}
      />
      <div className="card-text">
        <h2 className="card-title">
          <PageLink page="recipeView" to={`/recipes/${recipe.id}`}>
            {recipe.title}
          </PageLink>
        </h2>
        {recipe.tags.length > 0 && (
          <ul className="card-tags" aria-label={t('recipes.card.tags')}>
            {recipe.tags.slice(0, mostTags).map((tag) => (
              <li key={tag}>{tag}</li>
            ))}
          </ul>
        )}
        <p className="card-facts">
          {time && <span>{time}</span>}
          {recipe.servings && <span>{t('recipes.card.servings', { count: recipe.servings })}</span>}
          {recipe.rating && (
            <span className="card-rating">
              <StarIcon />
              <span aria-hidden="true">{recipe.rating}</span>
              <span className="visually-hidden">
                {t('recipes.card.rating', { rating: recipe.rating })}
              </span>
            </span>
          )}
        </p>
      </div>
    </article>
  );
}
