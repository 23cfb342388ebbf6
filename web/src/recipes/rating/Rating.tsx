import { useText } from '../../texts/use-text.ts';
import { StarIcon } from '../list/icons.tsx';
import type { Recipe } from '../recipe.ts';
import { useRate } from './use-rate.ts';
import './rating.css';

/** Five stars to press; a press on the present rating takes it away. */
export function Rating({ recipe }: { recipe: Pick<Recipe, 'id' | 'rating'> }) {
  const t = useText();
  const rate = useRate(recipe.id);
  const rating = recipe.rating ?? 0;
  return (
    <fieldset className="rating" aria-label={t('recipe.rating')}>
      {([1, 2, 3, 4, 5] as const).map((stars) => (
        <button
          key={stars}
          type="button"
          className={stars <= rating ? 'rating-star rating-on' : 'rating-star'}
          aria-pressed={stars === rating}
          aria-label={t(`recipe.rate.${stars}`)}
          onClick={() => rate(stars === rating ? null : stars)}
        >
          <StarIcon />
        </button>
      ))}
    </fieldset>
  );
}
