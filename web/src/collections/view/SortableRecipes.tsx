import { closestCenter, DndContext } from '@dnd-kit/core';
import {
  rectSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
} from '@dnd-kit/sortable';
import { useDragSensors } from '../../dragging/use-drag-sensors.ts';
import { useSpokenOrder } from '../../dragging/use-spoken-order.ts';
import { useText } from '../../texts/use-text.ts';
import { useFollowedFocus } from '../../ui/use-followed-focus.ts';
import type { RecipeCard } from '../collection.ts';
import { handleId, SortableRecipe } from './SortableRecipe.tsx';

interface SortableRecipesProps {
  recipes: readonly RecipeCard[];
  /** @param to the place among the others, counted from 0. */
  onMove: (recipeId: string, to: number) => void;
  onTakeOut: (recipe: RecipeCard, at: number) => void;
}

/** The recipes of a collection, to be put into another order by dragging, by the keyboard, or by their menus. */
export function SortableRecipes({ recipes, onMove, onTakeOut }: SortableRecipesProps) {
  const t = useText();
  const ids = recipes.map(({ id }) => id);
  const spoken = useSpokenOrder(ids, (at) => recipes[at]?.title ?? '', {
    instructions: t('collections.drag.instructions'),
    start: (said) => t('collections.drag.start', said),
    over: (said) => t('collections.drag.over', said),
    end: (said) => t('collections.drag.end', said),
    cancel: (said) => t('collections.drag.cancel', said),
  });
  const follow = useFollowedFocus();
  const sensors = useDragSensors(sortableKeyboardCoordinates);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={spoken}
      onDragEnd={({ active, over }) => {
        if (over && over.id !== active.id) onMove(String(active.id), ids.indexOf(String(over.id)));
      }}
    >
      <SortableContext items={ids} strategy={rectSortingStrategy}>
        <ul className="collection-recipes">
          {recipes.map((recipe, at) => (
            <SortableRecipe
              key={recipe.id}
              recipe={recipe}
              at={at}
              count={recipes.length}
              onMove={(to) => onMove(recipe.id, to)}
              onTakeOut={() => {
                const neighbour = ids[at + 1] ?? ids[at - 1];
                if (neighbour !== undefined) follow(handleId(neighbour));
                onTakeOut(recipe, at);
              }}
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}
