import { useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { currentLanguage } from '../../texts/i18n.ts';
import { useText } from '../../texts/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { toast } from '../../ui/toasts.ts';
import { addToList, plansToBuyQuery } from '../requests.ts';
import { useShopping } from '../use-shopping.ts';
import { type Picked, PickRecipes } from './PickRecipes.tsx';
import './add.css';

interface FillDialogProps {
  listId: string;
  onClose: () => void;
}

/** Puts what recipes and a meal plan need on a list. */
export function FillDialog({ listId, onClose }: FillDialogProps) {
  const t = useText();
  const { store } = useShopping();
  const plans = useQuery(plansToBuyQuery);
  const [planId, setPlanId] = useState('');
  const [picked, setPicked] = useState<Picked>(new Map());
  const [search, setSearch] = useState('');
  const text = useDeferredValue(search.trim());
  const isEmpty = planId === '' && picked.size === 0;
  // One key for one act: whoever changes their choice wants something else.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is made anew for each choice.
  const key = useMemo(() => crypto.randomUUID(), [planId, picked]);

  const fill = useMutation({
    mutationFn: () => {
      const fromRecipes = [...picked].map(([recipeId, servings]) => ({
        recipeId,
        ...(servings !== undefined && { servings }),
      }));
      const plan = planId === '' ? {} : { fromMealPlan: planId };
      return addToList(listId, { fromRecipes, ...plan }, key);
    },
    onSuccess: async (list) => {
      await store.take(list);
      toast(t('shopping.fill.done'));
      onClose();
    },
  });

  return (
    <Dialog
      open
      title={t('shopping.fill.title')}
      variant="sheet"
      onClose={onClose}
      actions={
        <button
          type="button"
          className="button button-primary"
          disabled={isEmpty || fill.isPending}
          onClick={() => fill.mutate()}
        >
          {t(fill.isPending ? 'common.pleaseWait' : 'shopping.fill.add')}
        </button>
      }
    >
      {fill.error && <ErrorNotice error={fill.error} />}
      {plans.data && plans.data.length > 0 && (
        <Field label={t('shopping.fill.plan')}>
          {(control) => (
            <select {...control} value={planId} onChange={({ target }) => setPlanId(target.value)}>
              <option value="">{t('shopping.fill.noPlan')}</option>
              {plans.data.map(({ id, name, startDate, endDate }) => (
                <option key={id} value={id}>
                  {[name, period(startDate, endDate)].filter(Boolean).join(', ')}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <fieldset className="from-recipe">
        <legend>{t('shopping.fill.recipes')}</legend>
        <Field label={t('shopping.fill.search')} hideLabel>
          {(control) => (
            <input
              {...control}
              type="search"
              value={search}
              maxLength={100}
              placeholder={t('shopping.fill.search')}
              onChange={({ target }) => setSearch(target.value)}
            />
          )}
        </Field>
        <PickRecipes text={text} picked={picked} onPick={setPicked} />
      </fieldset>
    </Dialog>
  );
}

/** Days of a plan, such as `23 – 29 Nov 2026`. They are days without a time zone. */
function period(start: string, end: string): string {
  const format = new Intl.DateTimeFormat(currentLanguage(), {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  return format.formatRange(new Date(start), new Date(end));
}
