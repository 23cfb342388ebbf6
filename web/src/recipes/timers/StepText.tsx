import { findTimes } from '@recipe-book/app/recipes/find-times';
import { Fragment } from 'react';
import { useText } from '../../texts/use-text.ts';
import { prepareAlarm } from './alarm.ts';
import { ClockIcon } from './icons.tsx';
import { timers } from './use-timers.ts';

interface StepTextProps {
  text: string;
  /** Counted from 1. */
  step: number;
  recipe: { id: string; title: string };
}

/**
 * What to do in a step; each time in it starts a timer. Pages that show it import `step-text.css`: imported here, all
 * signed-in pages would load it.
 */
export function StepText({ text, step, recipe }: StepTextProps) {
  const t = useText();
  const times = findTimes(text);
  let at = 0;
  return (
    <>
      {times.map(({ start, end, seconds }) => {
        const before = text.slice(at, start);
        const label = text.slice(start, end);
        at = end;
        return (
          <Fragment key={start}>
            {before}
            <button
              type="button"
              className="step-time"
              aria-label={t('recipe.startTimer', { label })}
              onClick={() => {
                prepareAlarm();
                timers().start({
                  label,
                  seconds,
                  step,
                  recipeId: recipe.id,
                  recipeTitle: recipe.title,
                });
              }}
            >
              <ClockIcon />
              {label}
            </button>
          </Fragment>
        );
      })}
      {text.slice(at)}
    </>
  );
}
