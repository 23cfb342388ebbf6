import { useEffect, useRef } from 'react';
import { PageLink } from '../../app/PageLink.tsx';
import { useText } from '../../texts/use-text.ts';
import { DishArt } from '../dish/DishArt.tsx';
import { pickDish, pickTone } from '../dish/pick-dish.ts';
import { Rating } from '../rating/Rating.tsx';
import type { Recipe } from '../recipe.ts';

interface CookDoneProps {
  recipe: Recipe;
  /** The way back, with the servings that were chosen. */
  leaveTo: string;
}

/** After the last step: how was it? */
export function CookDone({ recipe, leaveTo }: CookDoneProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <DishArt dish={pickDish(recipe)} tone={pickTone(recipe)} />
      <h2 ref={heading} tabIndex={-1}>
        {t('cook.done.title')}
      </h2>
      <p>{t('cook.done.text')}</p>
      <Rating recipe={recipe} />
      <PageLink page="recipeView" to={leaveTo} className="button button-primary">
        {t('cook.leave')}
      </PageLink>
    </>
  );
}
