import type { DndContextProps } from '@dnd-kit/core';
import { useText } from '../../texts/use-text.ts';
import { type Entry, titleOf } from '../entries.ts';
import { type Place, usePlaceName } from '../use-place-name.ts';

type Spoken = Required<
  Pick<NonNullable<DndContextProps['accessibility']>, 'announcements' | 'screenReaderInstructions'>
>;

/** What screen readers say of dragging. */
export function useSpokenDrag(entryOf: (id: string | number) => Entry | undefined): Spoken {
  const t = useText();
  const nameOf = usePlaceName();
  const ofEntry = (id: string | number) => {
    const entry = entryOf(id);
    return { title: entry ? titleOf(entry) : '', place: entry ? nameOf(entry.slot) : '' };
  };
  const ofPlace = (data: Record<string, unknown> | undefined) => nameOf(data?.['place'] as Place);
  return {
    screenReaderInstructions: { draggable: t('plan.drag.howTo') },
    announcements: {
      onDragStart: ({ active }) => t('plan.drag.start', ofEntry(active.id)),
      onDragOver: ({ over }) =>
        over ? t('plan.drag.over', { place: ofPlace(over.data.current) }) : t('plan.drag.outside'),
      onDragEnd: ({ active, over }) =>
        over
          ? t('plan.drag.end', { ...ofEntry(active.id), place: ofPlace(over.data.current) })
          : t('plan.drag.cancel', ofEntry(active.id)),
      onDragCancel: ({ active }) => t('plan.drag.cancel', ofEntry(active.id)),
    },
  };
}
