import type { ReactNode } from 'react';
import type { TextKey } from '../../texts/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { formatMinutes, totalMinutes, webSite } from '../format.ts';
import { RecipePicture } from '../picture/RecipePicture.tsx';
import { Rating } from '../rating/Rating.tsx';
import type { Recipe } from '../recipe.ts';

interface RecipeHeadProps {
  recipe: Recipe;
  /** What can be done with it. */
  children: ReactNode;
}

/** The recipe's name, what it is, its numbers and its stars. */
export function RecipeHead({ recipe, children }: RecipeHeadProps) {
  const t = useText();
  const site = webSite(recipe.sourceUrl);
  const kind = [recipe.cuisine, recipe.dishType].filter(Boolean).join(' · ');
  return (
    <header className="recipe-head">
      <RecipePicture
        recipe={recipe}
        sizes="(width < 52rem) 100vw, 28rem"
        alt={t('recipe.picture', { title: recipe.title })}
        eager
      />
      <div className="recipe-head-text">
        {kind && <p className="recipe-kind">{kind}</p>}
        <PageHeading>{recipe.title}</PageHeading>
        {recipe.description && <p className="lead">{recipe.description}</p>}
        <Facts recipe={recipe} />
        <Rating recipe={recipe} />
        {children}
        {recipe.tags.length > 0 && (
          <ul className="tags" aria-label={t('recipe.tags')}>
            {recipe.tags.map((tag) => (
              <li key={tag}>{tag}</li>
            ))}
          </ul>
        )}
        {site && (
          <p className="recipe-source">
            <a href={recipe.sourceUrl} rel="noreferrer">
              {t('recipe.source', { site })}
            </a>
          </p>
        )}
      </div>
    </header>
  );
}

const difficulties: Record<NonNullable<Recipe['difficulty']>, TextKey> = {
  easy: 'recipe.difficulty.easy',
  medium: 'recipe.difficulty.medium',
  hard: 'recipe.difficulty.hard',
};

function Facts({ recipe }: { recipe: Recipe }) {
  const t = useText();
  const { servings, prepMinutes, cookMinutes, difficulty } = recipe;
  const facts: [name: TextKey, value: string | undefined][] = [
    ['recipe.servings', servings ? String(servings) : undefined],
    ['recipe.prep', formatMinutes(prepMinutes)],
    ['recipe.cook', formatMinutes(cookMinutes)],
    // With one of the two alone, the sum would only say it twice.
    ['recipe.total', prepMinutes && cookMinutes ? formatMinutes(totalMinutes(recipe)) : undefined],
    ['recipe.difficulty', difficulty && t(difficulties[difficulty])],
  ];
  const known = facts.filter(([, value]) => value !== undefined);
  if (known.length === 0) return null;
  return (
    <dl className="recipe-facts">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
