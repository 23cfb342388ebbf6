import type { ReactNode } from 'react';
import { useText } from '../../texts/use-text.ts';
import { IngredientList, useTicks } from '../amounts/IngredientList.tsx';
import type { Ingredient } from '../recipe.ts';

interface IngredientsProps {
  ingredients: readonly Ingredient[];
  /** What changes the amounts. */
  amounts: ReactNode;
  /** What can be done with them. */
  children: ReactNode;
}

/** What goes into the dish. */
export function Ingredients({ ingredients, amounts, children }: IngredientsProps) {
  const t = useText();
  const ticks = useTicks();
  return (
    <section className="ingredients" aria-labelledby="ingredients-title">
      <h2 id="ingredients-title">{t('recipe.ingredients')}</h2>
      {amounts}
      <IngredientList ingredients={ingredients} ticks={ticks} />
      {children}
    </section>
  );
}
