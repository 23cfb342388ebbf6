import { groupsOf } from '@recipe-book/app/ingredients/groups';
import { useState } from 'react';
import { useText } from '../../texts/use-text.ts';
import type { Ingredient } from '../recipe.ts';
import { IngredientLine } from './IngredientLine.tsx';

/** Which ingredients are ticked off, by their places, and what ticks one or takes the tick away. */
export type Ticks = readonly [ticked: ReadonlySet<number>, toggle: (at: number) => void];

/** Ticks that last as long as the component. */
export function useTicks(): Ticks {
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  return [ticked, (at) => setTicked((now) => now.symmetricDifference(new Set([at])))];
}

interface IngredientListProps {
  ingredients: readonly Ingredient[];
  ticks: Ticks;
}

/**
 * Ingredients, part by part, to be ticked off while they are put together. Pages that show them import `ingredients.css`:
 * imported here, all signed-in pages would load it.
 */
export function IngredientList({ ingredients, ticks: [ticked, toggle] }: IngredientListProps) {
  const t = useText();
  if (ingredients.length === 0) return <p className="muted">{t('recipe.noIngredients')}</p>;
  return groupsOf(ingredients).map(({ name, lines }) => (
    <div key={lines[0]?.at} className="ingredient-group">
      {name && <h3>{name}</h3>}
      <ul>
        {lines.map(({ at, ingredient }) => (
          <li key={at}>
            <label className="ingredient">
              <input type="checkbox" checked={ticked.has(at)} onChange={() => toggle(at)} />
              <IngredientLine ingredient={ingredient} />
            </label>
          </li>
        ))}
      </ul>
    </div>
  ));
}
