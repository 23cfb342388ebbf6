import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { type ReactNode, type RefObject, useId, useRef } from 'react';
import { useText } from '../../../texts/use-text.ts';

interface RowsProps {
  list: RefObject<HTMLOListElement | null>;
  ids: readonly string[];
  /** What a row is called when it is spoken of. */
  nameOf: (index: number) => string;
  onMove: (from: number, to: number) => void;
  children: ReactNode;
}

/** Rows that can be dragged into another order by mouse, finger and keyboard, with every step spoken. */
export function Rows({ list, ids, nameOf, onMove, children }: RowsProps) {
  const t = useText();
  const id = useId();
  const sensors = useSensors(
    // A press that does not move is no dragging.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  // The row itself is the first that it is over: that must not cut off what was said of picking it up.
  const isPickedUp = useRef(false);
  const placeOf = (row: UniqueIdentifier) => ids.indexOf(String(row));
  const values = (row: UniqueIdentifier, over?: UniqueIdentifier) => ({
    name: nameOf(placeOf(row)),
    place: placeOf(over ?? row) + 1,
    count: ids.length,
  });
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      isPickedUp.current = true;
      return t('editor.drag.start', values(active.id));
    },
    onDragOver: ({ active, over }) => {
      const isFirst = isPickedUp.current;
      isPickedUp.current = false;
      if (!over || (isFirst && over.id === active.id)) return undefined;
      return t('editor.drag.over', values(active.id, over.id));
    },
    onDragEnd: ({ active, over }) => t('editor.drag.end', values(active.id, over?.id)),
    onDragCancel: ({ active }) => t('editor.drag.cancel', values(active.id)),
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onMove(placeOf(active.id), placeOf(over.id));
  };

  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t('editor.drag.instructions') },
      }}
      onDragEnd={onDragEnd}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        <ol ref={list} className="row-list">
          {children}
        </ol>
      </SortableContext>
    </DndContext>
  );
}
