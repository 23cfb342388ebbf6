import { useId } from 'react';
import { useText } from '../texts/use-text.ts';
import type { Asking } from './asking.ts';
import type { Entry } from './entries.ts';
import { MealCell } from './MealCell.tsx';
import { useDays } from './week/use-days.ts';
import type { Day } from './week/week.ts';

interface DayColumnProps {
  day: Day;
  isToday: boolean;
  meals: readonly string[];
  /** Those of the day. */
  entries: readonly Entry[];
  onAsk: (asking: Asking) => void;
  onRemove: (entry: Entry) => void;
}

/** One day with all its meals. */
export function DayColumn({ day, isToday, meals, entries, onAsk, onRemove }: DayColumnProps) {
  const t = useText();
  const { short, date, long } = useDays();
  const headingId = useId();
  return (
    <section
      className="day"
      aria-labelledby={headingId}
      aria-current={isToday ? 'date' : undefined}
    >
      <h3 id={headingId} className="day-name">
        <span className="visually-hidden">{long(day)}</span>
        <span aria-hidden="true" className="day-weekday">
          {short(day)}
        </span>
        <span aria-hidden="true" className="day-date">
          {date(day)}
        </span>
        {isToday && <span className="day-today">{t('plan.today')}</span>}
      </h3>
      {meals.map((meal) => (
        <MealCell
          key={meal}
          place={{ date: day, meal }}
          entries={entries.filter(({ slot }) => slot.meal === meal)}
          onAsk={onAsk}
          onRemove={onRemove}
        />
      ))}
    </section>
  );
}
