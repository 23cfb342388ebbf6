import { useDroppable } from '@dnd-kit/core';
import { useText } from '../texts/use-text.ts';
import { PlusIcon } from '../ui/icons.tsx';
import type { Asking } from './asking.ts';
import { DraggableEntry } from './drag/DraggableEntry.tsx';
import { placeId } from './drag/places.ts';
import type { Entry } from './entries.ts';
import { addButtonId } from './focus-ids.ts';
import { mealName } from './meals.ts';
import { type Place, usePlaceName } from './use-place-name.ts';

interface MealCellProps {
  place: Place;
  entries: readonly Entry[];
  onAsk: (asking: Asking) => void;
  onRemove: (entry: Entry) => void;
}

/** One meal of a day: what is planned for it, and a button to add to it. */
export function MealCell({ place, entries, onAsk, onRemove }: MealCellProps) {
  const t = useText();
  const nameOf = usePlaceName();
  const { setNodeRef, isOver } = useDroppable({ id: placeId(place), data: { place } });
  const isEmpty = entries.length === 0;
  return (
    <div
      ref={setNodeRef}
      className={`meal ${isEmpty ? 'meal-empty' : ''} ${isOver ? 'meal-over' : ''}`}
    >
      {!isEmpty && <h4 className="meal-name">{mealName(place.meal, t)}</h4>}
      {!isEmpty && (
        <ul className="meal-entries">
          {entries.map((entry) => (
            <DraggableEntry key={entry.id} entry={entry} onAsk={onAsk} onRemove={onRemove} />
          ))}
        </ul>
      )}
      <button
        type="button"
        id={addButtonId(place)}
        className="meal-add"
        aria-label={t('plan.addTo', { place: nameOf(place) })}
        onClick={() => onAsk({ what: 'add', place })}
      >
        <PlusIcon />
        <span className="meal-add-text" aria-hidden="true">
          {mealName(place.meal, t)}
        </span>
      </button>
    </div>
  );
}
