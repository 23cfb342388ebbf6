import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { isConflict } from '../../api/api-error.ts';
import { planKeys } from '../../api/keys.ts';
import { weekQuery } from '../requests.ts';
import type { Day, Period } from '../week/week.ts';
import { type Change, changed, isDraft } from './change.ts';
import type { Plan } from './plan.ts';

/** The plan is not what it was when the person changed it, and the change no longer fits. */
export class ChangedElsewhere extends Error {
  override readonly name = 'ChangedElsewhere';
}

/** How often a change is made anew on top of what others did meanwhile. */
const attempts = 3;

/**
 * Saves a change and puts the answers into the cache. What others changed meanwhile stays: the change is made
 * on top of it, where the meals that it is about are still there.
 * @returns `merged` when there was something of others.
 * @throws ChangedElsewhere when it no longer fits; ApiError.
 */
export async function saveChange(
  client: QueryClient,
  change: Change,
  weekOf: (day: Day) => Period,
): Promise<'saved' | 'merged'> {
  let merged = false;
  // A plan that another device has begun meanwhile is added to, instead of beginning a second.
  let fresh = false;
  for (let attempt = 1; ; attempt++) {
    const before = await plansAround(client, change, weekOf, fresh);
    const { plans, fits } = changed(before, change, weekOf);
    if (!fits) throw new ChangedElsewhere();
    if (!fresh && plans.some(isDraft)) {
      fresh = true;
      continue;
    }
    const old = new Map(before.map((plan) => [plan.id, plan]));
    // Puts come first: what is moved between two plans is rather there twice than lost.
    const todo = plans
      .filter((plan) => !sameSlots(plan, old.get(plan.id)))
      .toSorted((a, b) => growth(b, old.get(b.id)) - growth(a, old.get(a.id)));
    let saved = 0;
    try {
      for (const plan of todo) {
        keep(client, await save(plan, change.id));
        saved++;
      }
      return merged ? 'merged' : 'saved';
    } catch (error) {
      if (!isConflict(error) || saved > 0 || attempt >= attempts) throw error;
      merged = true;
      fresh = true;
    }
  }
}

/** All plans that touch the weeks that a change is about. */
async function plansAround(
  client: QueryClient,
  { steps }: Change,
  weekOf: (day: Day) => Period,
  fresh: boolean,
): Promise<Plan[]> {
  const days = steps.flatMap(({ from, to }) => [from, to].flatMap((slot) => slot?.date ?? []));
  const weeks = new Map(days.map(weekOf).map((period) => [period.startDate, period]));
  const found = await Promise.all(
    [...weeks.values()].map((period) =>
      client.fetchQuery({ ...weekQuery(period), ...(fresh && { staleTime: 0 }) }),
    ),
  );
  return [...new Map(found.flat().map((plan) => [plan.id, plan])).values()];
}

/** Puts a plan as the server has it into all weeks of the cache that it touches. */
function keep(client: QueryClient, plan: Plan): void {
  for (const [key, plans] of client.getQueriesData<Plan[]>({ queryKey: planKeys.weeks })) {
    const [, , startDate, endDate] = key as ReturnType<typeof planKeys.week>;
    if (!plans || plan.startDate > endDate || plan.endDate < startDate) continue;
    client.setQueryData(key, [plan, ...plans.filter(({ id }) => id !== plan.id)]);
  }
}

function save(plan: Plan, idempotencyKey: string): Promise<Plan> {
  const { id, version, startDate, endDate, slots } = plan;
  if (isDraft(plan)) {
    const body = { startDate, endDate, slots };
    return api<Plan>('POST', '/api/meal-plans', { body, idempotencyKey });
  }
  return api<Plan>('PATCH', `/api/meal-plans/${id}`, { body: { slots }, ifMatch: version });
}

function sameSlots({ slots }: Plan, old: Plan | undefined): boolean {
  return slots.length === old?.slots.length && slots.every((slot, at) => slot === old.slots[at]);
}

function growth({ slots }: Plan, old: Plan | undefined): number {
  return slots.length - (old?.slots.length ?? 0);
}
