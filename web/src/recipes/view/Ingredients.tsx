import type { ReactNode } from 'react';
import { useText } from '../../texts/use-text.ts';
import { IngredientList, useTicks } from '../amounts/IngredientList.tsx';
import type { Ingredient } from '../recipe.ts';

interface IngredientsProps {
  ingredients: readonly Ingredient[];
  /** What changes the amounts. */
  children: ReactNode;
}

/** What goes into the dish. */
export function Ingredients({ ingredients, children }: IngredientsProps) {
  const t = useText();
  const ticks = useTicks();
  return (
    <section className="ingredients" aria-labelledby="ingredients-title">
      <h2 id="ingredients-title">{t('recipe.ingredients')}</h2>
      {children}
      <IngredientList ingredients={ingredients} ticks={ticks} />
    </section>
  );
}
