import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Recipe } from '../recipe.ts';
import { askedServings, shownRecipe } from './shown-recipe.ts';
import { keepUnits, keptUnits, type UnitsChoice } from './units-choice.ts';

/** A recipe as it is shown, and what changes that. */
interface Shown {
  /** Undefined while it is on its way. */
  readonly recipe: Recipe | undefined;
  /** What was asked for, when it is not the recipe's own. */
  readonly servings: number | undefined;
  readonly units: UnitsChoice;
  readonly setServings: (servings: number | undefined) => void;
  readonly setUnits: (units: UnitsChoice) => void;
}

/** The recipe for the servings in the address, so that a reload and a link keep them, in this device's units. */
export function useShownRecipe(recipe: Recipe | undefined): Shown {
  const [params, setParams] = useSearchParams();
  const [units, setUnits] = useState(() => keptUnits());
  const asked = askedServings(params);
  const servings = recipe?.servings === undefined ? undefined : asked;
  return {
    recipe: useMemo(
      () => recipe && shownRecipe(recipe, servings, units),
      [recipe, servings, units],
    ),
    servings,
    units,
    setServings: (next) =>
      setParams(
        (now) => {
          if (next === undefined || next === recipe?.servings) now.delete('servings');
          else now.set('servings', String(next));
          return now;
        },
        { replace: true },
      ),
    setUnits: (next) => {
      setUnits(next);
      keepUnits(next);
    },
  };
}
