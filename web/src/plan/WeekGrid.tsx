import type { CSSProperties } from 'react';
import { useText } from '../texts/use-text.ts';
import type { Asking } from './asking.ts';
import { DayColumn } from './DayColumn.tsx';
import { WeekDrag } from './drag/WeekDrag.tsx';
import type { Entry } from './entries.ts';
import { addButtonId } from './focus-ids.ts';
import { mealName, mealsOf } from './meals.ts';
import type { PlanActions } from './use-plan-actions.ts';
import type { Day } from './week/week.ts';

interface WeekGridProps {
  days: readonly Day[];
  today: Day;
  entries: readonly Entry[];
  actions: PlanActions;
  onAsk: (asking: Asking) => void;
  /** Tells which element shall have the focus when a meal has moved. */
  onFollow: (id: string) => void;
}

/** The days of a week with their meals: columns on wide screens, a list on narrow ones. */
export function WeekGrid({ days, today, entries, actions, onAsk, onFollow }: WeekGridProps) {
  const t = useText();
  const meals = mealsOf(entries.map(({ slot }) => slot.meal));
  const rows = { '--meals': meals.length } as CSSProperties;
  return (
    <WeekDrag days={days} meals={meals} entries={entries} onMove={actions.move} onFollow={onFollow}>
      <div className="week" style={rows}>
        <div className="week-meals" aria-hidden="true">
          <span />
          {meals.map((meal) => (
            <span key={meal}>{mealName(meal, t)}</span>
          ))}
        </div>
        {days.map((day) => (
          <DayColumn
            key={day}
            day={day}
            isToday={day === today}
            meals={meals}
            entries={entries.filter(({ slot }) => slot.date === day)}
            onAsk={onAsk}
            onRemove={(entry) => {
              onFollow(addButtonId(entry.slot));
              actions.remove(entry);
            }}
          />
        ))}
      </div>
    </WeekDrag>
  );
}
