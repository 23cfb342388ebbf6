import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { ApiError, isConflict } from '../../api/api-error.ts';
import { planKeys } from '../../api/keys.ts';
import { weekQuery } from '../requests.ts';
import type { Day, Period } from '../week/week.ts';
import { type Change, changed, hasPart, isDraft, type Part } from './change.ts';
import type { Plan } from './plan.ts';
import { doubtOf, leftOf, markDoubtful, markSaved } from './progress.ts';

/** The plan is not what it was when the person changed it, and the change no longer fits. */
export class ChangedElsewhere extends Error {
  override readonly name = 'ChangedElsewhere';
}

/** How often a change is made anew on top of what others did meanwhile. */
const attempts = 3;

/**
 * Saves a change and puts the answers into the cache. What others changed meanwhile stays: the change is made
 * on top of it, where the meals that it is about are still there. A change that failed half way may be saved
 * again: only the rest is done.
 * @returns `merged` when there was something of others.
 * @throws ChangedElsewhere when it no longer fits; ApiError.
 */
export async function saveChange(
  client: QueryClient,
  change: Change,
  weekOf: (day: Day) => Period,
): Promise<'saved' | 'merged'> {
  const doubt = doubtOf(change);
  // The same request with the same key: the plan is made once, whether or not the first arrived.
  if (doubt && isDraft(doubt.plan)) await savePart(client, change, doubt);
  let merged = false;
  // A plan that another device has begun meanwhile is added to, instead of beginning a second.
  let fresh = doubt !== undefined;
  for (let attempt = 1; ; attempt++) {
    const before = await plansAround(client, change, weekOf, fresh);
    takeArrived(change, before);
    const { parts, fits } = changed(before, leftOf(change), weekOf);
    if (!fits) throw new ChangedElsewhere();
    if (!fresh && parts.some(({ plan }) => isDraft(plan))) {
      fresh = true;
      continue;
    }
    try {
      // Puts come first: what is moved between two plans is rather there twice than lost.
      for (const part of parts.toSorted((a, b) => growth(b) - growth(a))) {
        await savePart(client, change, part);
      }
      return merged ? 'merged' : 'saved';
    } catch (error) {
      if (!isConflict(error) || attempt >= attempts) throw error;
      merged = true;
      fresh = true;
    }
  }
}

/** Notes as saved what was sent without an answer, if it is there. */
function takeArrived(change: Change, plans: readonly Plan[]): void {
  const doubt = doubtOf(change);
  const plan = plans.find(({ id }) => id === doubt?.plan.id);
  if (doubt && plan && hasPart(plan, doubt)) markSaved(change, doubt);
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

/** Saves what a change does to one plan. */
async function savePart(client: QueryClient, change: Change, part: Part): Promise<void> {
  try {
    const saved = await send(part.plan, change.id);
    // Before the cache has it: otherwise the change would be shown on top of itself.
    markSaved(change, part);
    keep(client, saved);
  } catch (error) {
    if (!isRefused(error)) markDoubtful(change, part);
    throw error;
  }
}

function send(plan: Plan, idempotencyKey: string): Promise<Plan> {
  const { id, version, startDate, endDate, slots } = plan;
  if (isDraft(plan)) {
    const body = { startDate, endDate, slots };
    return api<Plan>('POST', '/api/meal-plans', { body, idempotencyKey });
  }
  return api<Plan>('PATCH', `/api/meal-plans/${id}`, { body: { slots }, ifMatch: version });
}

/** True for an answer that says that nothing was done. */
function isRefused(error: unknown): boolean {
  return error instanceof ApiError && error.status >= 400 && error.status < 500;
}

/** How many meals a plan gets, less those it loses. */
function growth({ halves }: Part): number {
  return halves.reduce((sum, { side }) => sum + (side === 'to' ? 1 : -1), 0);
}
