import { PageLink } from '../../app/PageLink.tsx';
import { useText } from '../../texts/use-text.ts';
import { DishArt } from '../dish/DishArt.tsx';
import { pickDish, pickTone } from '../dish/pick-dish.ts';
import { Rating } from '../rating/Rating.tsx';
import type { Recipe } from '../recipe.ts';

/** After the last step: how was it? */
export function CookDone({ recipe }: { recipe: Recipe }) {
  const t = useText();
  return (
    <section className="cook-step cook-done" aria-live="polite">
      <DishArt dish={pickDish(recipe)} tone={pickTone(recipe)} />
      <h2>{t('cook.done.title')}</h2>
      <p>{t('cook.done.text')}</p>
      <Rating recipe={recipe} />
      <PageLink page="recipeView" to={`/recipes/${recipe.id}`} className="button button-primary">
        {t('cook.leave')}
      </PageLink>
    </section>
  );
}
