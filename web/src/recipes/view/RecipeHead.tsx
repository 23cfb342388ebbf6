import { PageHeading } from '../../ui/PageHeading.tsx';
import { DishArt } from '../dish/DishArt.tsx';
import { pickDish, pickTone } from '../dish/pick-dish.ts';
import { formatMinutes, totalMinutes, webSite } from '../format.ts';
import type { Recipe } from '../recipe.ts';

/** The recipe's name, what it is, and its numbers. */
export function RecipeHead({ recipe }: { recipe: Recipe }) {
  const site = webSite(recipe.sourceUrl);
  const kind = [recipe.cuisine, recipe.dishType].filter(Boolean).join(' · ');
  const facts: [name: string, value: string | undefined][] = [
    ['Serves', recipe.servings ? String(recipe.servings) : undefined],
    ['Prep', formatMinutes(recipe.prepMinutes)],
    ['Cook', formatMinutes(recipe.cookMinutes)],
    // With one of the two alone, the sum would only say it twice.
    [
      'Total',
      recipe.prepMinutes && recipe.cookMinutes ? formatMinutes(totalMinutes(recipe)) : undefined,
    ],
  ];
  const known = facts.filter(([, value]) => value !== undefined);
  return (
    <header className="recipe-head">
      <DishArt dish={pickDish(recipe)} tone={pickTone(recipe)} />
      <div className="recipe-head-text">
        {kind && <p className="recipe-kind">{kind}</p>}
        <PageHeading>{recipe.title}</PageHeading>
        {recipe.description && <p className="lead">{recipe.description}</p>}
        {known.length > 0 && (
          <dl className="recipe-facts">
            {known.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {recipe.tags && recipe.tags.length > 0 && (
          <ul className="tags" aria-label="Tags">
            {recipe.tags.map((tag) => (
              <li key={tag}>{tag}</li>
            ))}
          </ul>
        )}
        {site && (
          <p className="recipe-source">
            From{' '}
            <a href={recipe.sourceUrl} rel="noreferrer">
              {site}
            </a>
          </p>
        )}
      </div>
    </header>
  );
}
