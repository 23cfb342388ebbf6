import type { TextKey } from '../../texts/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { formatNumber } from '../format.ts';
import type { Recipe } from '../recipe.ts';

type Nutrition = NonNullable<Recipe['nutrition']>;

/** What is known of a serving, with its unit, in the order that packages have. */
const rows: readonly (readonly [name: keyof Nutrition, unit: string, text: TextKey])[] = [
  ['calories', 'kcal', 'recipe.nutrition.calories'],
  ['fatGrams', 'g', 'recipe.nutrition.fatGrams'],
  ['saturatedFatGrams', 'g', 'recipe.nutrition.saturatedFatGrams'],
  ['carbohydrateGrams', 'g', 'recipe.nutrition.carbohydrateGrams'],
  ['sugarGrams', 'g', 'recipe.nutrition.sugarGrams'],
  ['fiberGrams', 'g', 'recipe.nutrition.fiberGrams'],
  ['proteinGrams', 'g', 'recipe.nutrition.proteinGrams'],
  ['cholesterolMilligrams', 'mg', 'recipe.nutrition.cholesterolMilligrams'],
  ['sodiumMilligrams', 'mg', 'recipe.nutrition.sodiumMilligrams'],
];

/** What one serving holds; scaling the recipe does not change it. */
export function NutritionFacts({ nutrition }: { nutrition: Nutrition }) {
  const t = useText();
  const known = rows.flatMap(([name, unit, text]) => {
    const value = nutrition[name];
    return value === undefined ? [] : [{ name, unit, text, value }];
  });
  if (known.length === 0) return null;
  return (
    <section className="nutrition" aria-labelledby="nutrition-title">
      <h2 id="nutrition-title">{t('recipe.nutrition')}</h2>
      <p className="muted">{t('recipe.nutrition.each')}</p>
      <dl>
        {known.map(({ name, unit, text, value }) => (
          <div key={name}>
            <dt>{t(text)}</dt>
            <dd>
              {formatNumber(value)} {unit}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
