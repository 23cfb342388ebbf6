import type { DndContextProps } from '@dnd-kit/core';
import { useText } from '../../texts/use-text.ts';
import type { RecipeCard } from '../collection.ts';

type Spoken = NonNullable<DndContextProps['accessibility']>;

/** What screen readers say while recipes are put into another order. */
export function useSpokenOrder(recipes: readonly RecipeCard[]): Spoken {
  const t = useText();
  const said = (id: string | number, overId = id) => ({
    title: recipes.find((recipe) => recipe.id === id)?.title ?? '',
    place: recipes.findIndex((recipe) => recipe.id === overId) + 1,
    count: recipes.length,
  });
  return {
    screenReaderInstructions: { draggable: t('collections.drag.howTo') },
    announcements: {
      onDragStart: ({ active }) => t('collections.drag.start', said(active.id)),
      onDragOver: ({ active, over }) => t('collections.drag.over', said(active.id, over?.id)),
      onDragEnd: ({ active, over }) => t('collections.drag.end', said(active.id, over?.id)),
      onDragCancel: ({ active }) => t('collections.drag.cancel', said(active.id)),
    },
  };
}
