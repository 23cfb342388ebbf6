import { DndContext, DragOverlay } from '@dnd-kit/core';
import { type ReactNode, useState } from 'react';
import { startFlow } from '../../telemetry/signals.ts';
import { useDragSensors } from '../../ui/drag/use-drag-sensors.ts';
import { EntryCard } from '../EntryCard.tsx';
import type { Entry } from '../entries.ts';
import { handleId } from '../focus-ids.ts';
import type { Place } from '../use-place-name.ts';
import type { Day } from '../week/week.ts';
import { nearestPlace } from './nearest-place.ts';
import { placeBeside, placeId } from './places.ts';
import { useSpokenDrag } from './use-spoken-drag.ts';

interface WeekDragProps {
  days: readonly Day[];
  meals: readonly string[];
  entries: readonly Entry[];
  onMove: (entry: Entry, place: Place) => void;
  /** Tells which element shall have the focus when a meal was moved by the keyboard. */
  onFollow: (id: string) => void;
  children: ReactNode;
}

/** Lets meals be dragged to other places of the week: by mouse, by a long touch, and by the keyboard. */
export function WeekDrag({ days, meals, entries, onMove, onFollow, children }: WeekDragProps) {
  const [dragged, setDragged] = useState<string>();
  const entryOf = (id: string | number | undefined) => entries.find((entry) => entry.id === id);
  const spoken = useSpokenDrag(entryOf);
  const sensors = useDragSensors((event, { context: { active, over, droppableRects } }) => {
    const place = placeOf(over?.data.current) ?? entryOf(active?.id)?.slot;
    const next = place && placeBeside(place, event.code, days, meals);
    const rect = next && droppableRects.get(placeId(next));
    if (!rect) return undefined;
    event.preventDefault();
    return { x: rect.left, y: rect.top };
  });
  const shown = entryOf(dragged);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={nearestPlace}
      accessibility={{ ...spoken, restoreFocus: false }}
      onDragStart={({ active }) => {
        startFlow('plan-week');
        setDragged(String(active.id));
      }}
      onDragCancel={({ active, activatorEvent }) => {
        setDragged(undefined);
        if (activatorEvent instanceof KeyboardEvent) onFollow(handleId(String(active.id)));
      }}
      onDragEnd={({ active, over, activatorEvent }) => {
        setDragged(undefined);
        const entry = entryOf(active.id);
        const place = placeOf(over?.data.current);
        if (entry && place) onMove(entry, place);
        if (activatorEvent instanceof KeyboardEvent) onFollow(handleId(String(active.id)));
      }}
    >
      {children}
      <DragOverlay dropAnimation={null}>{shown && <EntryCard entry={shown} />}</DragOverlay>
    </DndContext>
  );
}

/** The place that somewhere to drop stands for. */
function placeOf(data: Record<string, unknown> | undefined): Place | undefined {
  return data?.['place'] as Place | undefined;
}
