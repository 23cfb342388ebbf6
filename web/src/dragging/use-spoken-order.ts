import type { DndContextProps, UniqueIdentifier } from '@dnd-kit/core';
import { useRef } from 'react';

type Spoken = Required<
  Pick<NonNullable<DndContextProps['accessibility']>, 'announcements' | 'screenReaderInstructions'>
>;

/** What is dragged, and the place it has, counted from 1. */
type Said = {
  name: string;
  place: number;
  count: number;
};

/** The texts of an area. */
interface OrderTexts {
  /** How to drag by the keyboard. */
  instructions: string;
  start: (said: Said) => string;
  over: (said: Said) => string;
  end: (said: Said) => string;
  cancel: (said: Said) => string;
}

/**
 * What screen readers say while things are put into another order.
 * @param ids of the things, in their order.
 * @param nameOf what the thing at a place, counted from 0, is called.
 */
export function useSpokenOrder(
  ids: readonly string[],
  nameOf: (at: number) => string,
  texts: OrderTexts,
): Spoken {
  // A thing is first over itself: that must not cut off what was said of picking it up.
  const isPickedUp = useRef(false);
  const placeOf = (id: UniqueIdentifier) => ids.indexOf(String(id));
  const said = (id: UniqueIdentifier, over = id): Said => ({
    name: nameOf(placeOf(id)),
    place: placeOf(over) + 1,
    count: ids.length,
  });
  return {
    screenReaderInstructions: { draggable: texts.instructions },
    announcements: {
      onDragStart: ({ active }) => {
        isPickedUp.current = true;
        return texts.start(said(active.id));
      },
      onDragOver: ({ active, over }) => {
        const isFirst = isPickedUp.current;
        isPickedUp.current = false;
        if (!over || (isFirst && over.id === active.id)) return undefined;
        return texts.over(said(active.id, over.id));
      },
      onDragEnd: ({ active, over }) => texts.end(said(active.id, over?.id)),
      onDragCancel: ({ active }) => texts.cancel(said(active.id)),
    },
  };
}
