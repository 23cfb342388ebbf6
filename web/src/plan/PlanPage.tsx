import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { endFlow, startFlow } from '../telemetry/signals.ts';
import { useText } from '../texts/use-text.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { RateLimitNotice } from '../ui/RateLimitNotice.tsx';
import { useFollowedFocus } from '../ui/use-followed-focus.ts';
import type { Asking } from './asking.ts';
import { useWeek } from './changes/use-week.ts';
import { PlanDialogs } from './dialogs/PlanDialogs.tsx';
import { entriesOf } from './entries.ts';
import { mealsOf } from './meals.ts';
import { PlanTop } from './PlanTop.tsx';
import { usePlanActions } from './use-plan-actions.ts';
import { useRecipeToPlan } from './use-recipe-to-plan.ts';
import { WeekBar } from './WeekBar.tsx';
import { WeekGrid } from './WeekGrid.tsx';
import { WeekLoading } from './WeekLoading.tsx';
import { useDays } from './week/use-days.ts';
import { dayOf, daysOf, readWeek, weekOf } from './week/week.ts';
import './plan.css';

/** What will be eaten in a week, `?week=2026-W48`; `?add=<recipe>` asks when to eat that. */
export default function PlanPage() {
  const t = useText();
  const { firstDay } = useDays();
  const [params, setParams] = useSearchParams();
  const [asking, setAsking] = useState<Asking>();
  const follow = useFollowedFocus();

  const today = dayOf(new Date());
  const week = readWeek(params.get('week')) ?? weekOf(today, firstDay);
  const days = daysOf(week, firstDay);
  const { query, plans, waitsFor } = useWeek(week, firstDay);
  const entries = entriesOf(plans, days);
  const actions = usePlanActions(firstDay);
  const toPlan = useRecipeToPlan(params.get('add'));
  const asked: Asking | undefined =
    params.has('add') && toPlan.data ? { what: 'plan', recipe: toPlan.data } : asking;

  const ask = (what: Asking) => {
    startFlow('plan-week');
    setAsking(what);
  };

  return (
    <div className="plan">
      <PlanTop week={week} entries={entries} onCopyLastWeek={() => actions.copyLastWeek(week)} />
      <WeekBar week={week} today={today} />
      <RateLimitNotice reason={query.isFetching ? query.failureReason : waitsFor} />
      {actions.error && <ErrorNotice error={actions.error} onRetry={actions.retry} />}
      {toPlan.isError && <ErrorNotice error={toPlan.error} onRetry={() => void toPlan.refetch()} />}
      {query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <WeekLoading />}
      {query.data && (
        <>
          {entries.length === 0 && <p className="plan-empty">{t('plan.empty')}</p>}
          <WeekGrid
            days={days}
            today={today}
            entries={entries}
            actions={actions}
            onAsk={ask}
            onFollow={follow}
          />
        </>
      )}
      {asked && (
        <PlanDialogs
          asking={asked}
          days={days}
          meals={mealsOf(entries.map(({ slot }) => slot.meal))}
          firstChoice={days.includes(today) ? today : (days[0] ?? today)}
          actions={actions}
          onFollow={follow}
          onPlanned={(day) => setParams({ week: weekOf(day, firstDay) }, { replace: true })}
          onClose={(outcome) => {
            if (outcome === 'given-up') {
              endFlow('plan-week', 'abandoned');
              if (asked.what === 'plan') setParams({ week }, { replace: true });
            }
            setAsking(undefined);
          }}
        />
      )}
    </div>
  );
}
