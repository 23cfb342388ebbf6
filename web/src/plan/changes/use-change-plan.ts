import { useMutation, useQueryClient } from '@tanstack/react-query';
import { planKeys } from '../../api/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { toast } from '../../ui/toasts.ts';
import { type FirstDay, periodOf, weekOf } from '../week/week.ts';
import type { Change } from './change.ts';
import { changeKey } from './pending.ts';
import { markGivenUp } from './progress.ts';
import { ChangedElsewhere, saveChange } from './save.ts';

/** Saves changes of plans, one after the other. While one is under way, `useWeek` shows it as done. */
export function useChangePlan(firstDay: FirstDay) {
  const t = useText();
  const client = useQueryClient();
  return useMutation({
    mutationKey: changeKey,
    meta: { showsWait: true },
    // Each is made on top of the version that the one before has led to.
    scope: { id: 'plans' },
    mutationFn: (change: Change) =>
      saveChange(client, change, (day) => periodOf(weekOf(day, firstDay), firstDay)),
    onMutate: (change) => markGivenUp(change, false),
    onSuccess: (result) => {
      void client.invalidateQueries({ queryKey: planKeys.toBuy });
      if (result === 'merged') toast(t('plan.merged'));
    },
    onError: (error, change) => {
      markGivenUp(change, true);
      if (error instanceof ChangedElsewhere) toast(t('plan.changedElsewhere'));
      void client.invalidateQueries({ queryKey: planKeys.weeks });
    },
  });
}
