import { useQueryClient } from '@tanstack/react-query';
import { endFlow } from '../telemetry/signals.ts';
import { useText } from '../texts/use-text.ts';
import { toast } from '../ui/toasts.ts';
import { type Change, changeOf, inverseOf, type Step } from './changes/change.ts';
import { changeIn, pendingChanges, withPending } from './changes/pending.ts';
import type { RecipeCard, Slot } from './changes/plan.ts';
import { useChangePlan } from './changes/use-change-plan.ts';
import { type Entry, entriesOf, titleOf } from './entries.ts';
import { weekQuery } from './requests.ts';
import { type Place, usePlaceName } from './use-place-name.ts';
import { daysLater, daysOf, type FirstDay, periodOf, type Week, weeksLater } from './week/week.ts';

/** Everything that can be done to the plan. Each says what it did, and offers to undo it. */
export function usePlanActions(firstDay: FirstDay) {
  const t = useText();
  const client = useQueryClient();
  const nameOf = usePlaceName();
  const { mutate, error, variables, reset } = useChangePlan(firstDay);

  const make = (change: Change) =>
    mutate(change, {
      onSettled: (_, failure) => endFlow('plan-week', failure ? 'abandoned' : 'done'),
    });

  const act = (
    steps: readonly Step[],
    recipes: readonly (RecipeCard | undefined)[],
    text: string,
  ) => {
    const change = changeOf(
      steps,
      recipes.flatMap((recipe) => recipe ?? []),
    );
    make(change);
    toast(text, { label: t('common.undo'), run: () => make(inverseOf(change)) });
  };

  const to = ({ slot }: Entry, place: Place): Slot => ({ ...slot, ...place });
  const placed = (entry: Pick<Entry, 'slot' | 'recipe'>, place: Place) => ({
    title: titleOf(entry),
    place: nameOf(place),
  });

  return {
    addRecipe(recipe: RecipeCard, { date, meal }: Place) {
      const slot = { date, meal, recipeId: recipe.id };
      act([{ to: slot }], [recipe], t('plan.added', placed({ slot, recipe }, slot)));
    },
    addNote(note: string, { date, meal }: Place) {
      const slot = { date, meal, note };
      act([{ to: slot }], [], t('plan.added', placed({ slot, recipe: undefined }, slot)));
    },
    move(entry: Entry, place: Place) {
      if (entry.slot.date === place.date && entry.slot.meal === place.meal) return;
      const steps = [{ from: entry.slot, to: to(entry, place) }];
      act(steps, [entry.recipe], t('plan.moved', placed(entry, place)));
    },
    copy(entry: Entry, place: Place) {
      act([{ to: to(entry, place) }], [entry.recipe], t('plan.copied', placed(entry, place)));
    },
    remove(entry: Entry) {
      act([{ from: entry.slot }], [entry.recipe], t('plan.removed', { title: titleOf(entry) }));
    },
    change(entry: Entry, fields: Pick<Slot, 'servings' | 'note'>) {
      const steps = [{ from: entry.slot, to: { ...entry.slot, ...fields } }];
      act(steps, [entry.recipe], t('plan.changed', { title: titleOf(entry) }));
    },
    /** Puts what was eaten in the week before into a week. Rejects when that week cannot be read. */
    async copyLastWeek(week: Week) {
      const before = weeksLater(week, -1);
      const stored = await client.fetchQuery(weekQuery(periodOf(before, firstDay)));
      const pending = client.getMutationCache().findAll(pendingChanges);
      const plans = withPending(stored, pending.map(changeIn), firstDay);
      const entries = entriesOf(plans, daysOf(before, firstDay));
      if (entries.length === 0) {
        toast(t('plan.copyLastWeek.nothing'));
        return;
      }
      const steps = entries.map(({ slot }) => ({ to: { ...slot, date: daysLater(slot.date, 7) } }));
      const recipes = entries.map(({ recipe }) => recipe);
      act(steps, recipes, t('plan.copyLastWeek.done', { count: entries.length }));
    },
    /** Why the last change could not be saved. */
    error,
    /** Makes the change that failed once more. */
    retry() {
      if (!variables) return;
      reset();
      make(variables);
    },
  };
}

export type PlanActions = ReturnType<typeof usePlanActions>;
