import { useText } from '../../texts/use-text.ts';
import { IngredientLine } from '../amounts/IngredientLine.tsx';
import type { Recipe } from '../recipe.ts';
import { StepText } from '../timers/StepText.tsx';
import { ingredientsOf } from './step-ingredients.ts';

/** A step that is too long for the largest letters, characters. */
const long = 220;

interface CookStepProps {
  recipe: Recipe;
  /** Counted from 1. */
  step: number;
}

/** One step, to be read from a metre away, with what goes into it. */
export function CookStep({ recipe, step }: CookStepProps) {
  const t = useText();
  const text = recipe.steps[step - 1] ?? '';
  const needed = ingredientsOf(text, recipe.ingredients);
  return (
    <>
      <h2>{t('cook.progress', { step, count: recipe.steps.length })}</h2>
      <p className={text.length > long ? 'cook-text cook-text-long' : 'cook-text'}>
        <StepText text={text} step={step} recipe={recipe} />
      </p>
      {needed.length > 0 && (
        <div className="cook-needed">
          <h3>{t('cook.forStep')}</h3>
          <ul>
            {needed.map((ingredient, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is a line's only identity.
              <li key={index}>
                <IngredientLine ingredient={ingredient} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
