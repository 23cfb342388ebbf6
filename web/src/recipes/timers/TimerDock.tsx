import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useText } from '../../texts/use-text.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { useCountdown } from '../../ui/use-countdown.ts';
import { notify, ring } from './alarm.ts';
import { formatClock } from './format-clock.ts';
import { PauseIcon, PlayIcon } from './icons.tsx';
import type { Timer } from './timer-store.ts';
import { timers, useTimers } from './use-timers.ts';
import './timers.css';

/** All timers, at the lower edge of every page. It rings, and says to screen readers what is over. */
export default function TimerDock() {
  const t = useText();
  const all = useTimers();
  const over = all.filter((timer) => timer.over);
  const started = useStarted(all);

  return (
    <section className="timer-dock" aria-label={t('timers.title')}>
      <p className="visually-hidden" role="status">
        {started && <span key={started.id}>{t('timers.started', { label: started.label })}</span>}
      </p>
      <div className="visually-hidden" role="alert">
        {over.map((timer) => (
          <p key={timer.id}>
            {t('timers.overIn', {
              label: timer.label,
              recipe: timer.recipeTitle,
              step: timer.step,
            })}
          </p>
        ))}
      </div>
      <ul>
        {all.map((timer) => (
          <TimerRow key={timer.id} timer={timer} />
        ))}
      </ul>
    </section>
  );
}

function TimerRow({ timer }: { timer: Timer }) {
  const t = useText();
  const { id, label, endsAt, over, recipeId, recipeTitle, step } = timer;
  const running = useCountdown(endsAt ?? undefined);
  const left = endsAt === null ? timer.left : running;

  // Each rings for itself: one that is over must not silence the next.
  useEffect(() => (over ? ring() : undefined), [over]);
  useEffect(() => {
    if (!over) return;
    const words = t('timers.overIn', { label, recipe: recipeTitle, step });
    void notify(`${id} ${endsAt}`, t('timers.over'), words);
  }, [over, id, endsAt, label, recipeTitle, step, t]);

  return (
    <li className={over ? 'timer timer-over' : 'timer'}>
      <span className="timer-left" role="timer">
        {over ? t('timers.over') : formatClock(left)}
      </span>
      <Link className="timer-what" to={`/recipes/${recipeId}/cook?step=${step}`}>
        <span>{label}</span>
        <span className="timer-step">{t('timers.step', { step, recipe: recipeTitle })}</span>
      </Link>
      {!over && (
        <button
          type="button"
          className="button-icon"
          aria-label={t(endsAt === null ? 'timers.resume' : 'timers.pause', { label })}
          onClick={() => (endsAt === null ? timers().resume(id) : timers().pause(id))}
        >
          {endsAt === null ? <PlayIcon /> : <PauseIcon />}
        </button>
      )}
      <button
        type="button"
        className="button-quiet"
        aria-label={t('timers.addMinute', { label })}
        onClick={() => timers().addMinute(id)}
      >
        {t('timers.oneMore')}
      </button>
      <button
        type="button"
        className="button-icon"
        aria-label={t(over ? 'timers.stop' : 'timers.dismiss', { label })}
        onClick={() => timers().dismiss(id)}
      >
        <CloseIcon />
      </button>
    </li>
  );
}

/** The timer that was started last; none before the first look, since what comes later is what is heard. */
function useStarted(all: readonly Timer[]): Timer | undefined {
  const [started, setStarted] = useState<Timer>();
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const added = all.findLast(({ id }) => !known.current.has(id));
    known.current = new Set(all.map(({ id }) => id));
    if (added) setStarted(added);
  }, [all]);
  return started;
}
