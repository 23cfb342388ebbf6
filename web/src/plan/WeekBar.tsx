import { useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { useText } from '../texts/use-text.ts';
import { EarlierIcon, LaterIcon } from '../ui/page-icons.tsx';
import { useDays } from './week/use-days.ts';
import {
  type Day,
  periodOf,
  readDay,
  type Week,
  weekNumber,
  weekOf,
  weeksLater,
} from './week/week.ts';

interface WeekBarProps {
  week: Week;
  today: Day;
}

/** Which week is shown, and the way to others. */
export function WeekBar({ week, today }: WeekBarProps) {
  const t = useText();
  const navigate = useNavigate();
  const { firstDay, period } = useDays();
  const thisWeek = weekOf(today, firstDay);
  const shown = periodOf(week, firstDay);
  // Half of what is typed may be a date, too: the week changes with Enter, or when the field is left.
  const isTyped = useRef(false);
  const goTo = (text: string) => {
    const day = readDay(text);
    if (day && weekOf(day, firstDay) !== week) void navigate(`?week=${weekOf(day, firstDay)}`);
  };
  return (
    <div className="week-bar">
      <div className="week-steps">
        <Link
          to={`?week=${weeksLater(week, -1)}`}
          className="button-icon"
          aria-label={t('plan.previousWeek')}
        >
          <EarlierIcon />
        </Link>
        <Link
          to={`?week=${weeksLater(week, 1)}`}
          className="button-icon"
          aria-label={t('plan.nextWeek')}
        >
          <LaterIcon />
        </Link>
        <h2 aria-live="polite" aria-atomic="true">
          {period(shown)}
          <span className="week-number">{t('plan.week', { number: weekNumber(week) })}</span>
        </h2>
      </div>
      <div className="week-jumps">
        {week !== thisWeek && (
          <Link to={`?week=${thisWeek}`} className="button">
            {t('plan.thisWeek')}
          </Link>
        )}
        <input
          // A new one for each week: what is typed in it counts only when it is a whole date.
          key={week}
          type="date"
          className="week-date"
          aria-label={t('plan.goTo')}
          defaultValue={
            shown.startDate <= today && today <= shown.endDate ? today : shown.startDate
          }
          onKeyDown={({ key, currentTarget }) => {
            isTyped.current = key !== 'Enter';
            if (key === 'Enter') goTo(currentTarget.value);
          }}
          onPointerDown={() => {
            isTyped.current = false;
          }}
          onChange={({ target }) => {
            if (!isTyped.current) goTo(target.value);
          }}
          onBlur={({ target }) => goTo(target.value)}
        />
      </div>
    </div>
  );
}
