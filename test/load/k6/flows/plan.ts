import { api, ifMatch, type Page, type Stored } from '../api.ts';
import { pick } from '../random.ts';
import { anyRecipe } from '../recipes.ts';
import type { Flow } from './flow.ts';

interface Plan extends Stored {
  readonly slots: readonly object[];
}

const dayMs = 24 * 60 * 60 * 1000;

/** Looks at the plan of this week, which is made when there is none, and puts a dinner into it. */
export const plan: Flow = {
  name: 'plan',
  weight: 8,
  run() {
    const days = thisWeek();
    const [startDate, endDate] = [days[0], days[6]];
    const slot = { date: pick(days), meal: 'dinner', recipeId: anyRecipe().id };
    const query = `?from=${startDate}&to=${endDate}`;
    const [found] = api<Page<Stored>>('GET', '/api/meal-plans', { query }).items;
    if (!found) {
      api('POST', '/api/meal-plans', { body: { startDate, endDate, slots: [slot] } });
      return;
    }
    const params = { id: found.id };
    const whole = api<Plan>('GET', '/api/meal-plans/:id', { params });
    const slots = [...whole.slots.slice(-mostSlots), slot];
    api('PATCH', '/api/meal-plans/:id', { params, body: { slots }, headers: ifMatch(whole) });
  },
};

/** As many as a week has dinners and lunches: plans do not grow for as long as the load goes on. */
const mostSlots = 13;

/** From Monday to Sunday, such as `2026-11-23`. */
function thisWeek(): string[] {
  const today = Date.now();
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  return [0, 1, 2, 3, 4, 5, 6].map((day) =>
    new Date(today + (day - sinceMonday) * dayMs).toISOString().slice(0, 10),
  );
}
