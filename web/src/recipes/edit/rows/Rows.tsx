import {
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
import { type ReactNode, type RefObject, useId } from 'react';
import { useSpokenOrder } from '../../../dragging/use-spoken-order.ts';
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
  const spoken = useSpokenOrder(ids, nameOf, {
    instructions: t('editor.drag.instructions'),
    start: (said) => t('editor.drag.start', said),
    over: (said) => t('editor.drag.over', said),
    end: (said) => t('editor.drag.end', said),
    cancel: (said) => t('editor.drag.cancel', said),
  });
  const placeOf = (row: UniqueIdentifier) => ids.indexOf(String(row));
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onMove(placeOf(active.id), placeOf(over.id));
  };

  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={spoken}
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
