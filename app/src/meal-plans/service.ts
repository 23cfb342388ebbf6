import { trusted } from 'mongoose';
import type { Expected } from '../database/versions.ts';
import { parseInput } from '../http/input.ts';
import type { Page } from '../http/pagination.ts';
import { shownInLots } from '../planning/in-lots.ts';
import { withChanges } from '../planning/merge-patch.ts';
import { type OwnedModel, OwnedStore, type Stored } from '../planning/owned-store.ts';
import type { RecipeSource } from '../planning/recipe-source.ts';
import { assertRecipes } from '../planning/references.ts';
import type { RecipeCard } from '../planning/schema-parts.ts';
import { inSpan } from '../telemetry/in-span.ts';
import { type SpanName, spanAttributes, spanNames } from '../telemetry/names.ts';
import type { Arrival } from '../transfer/arrivals.ts';
import type { Restoring } from '../transfer/restoring.ts';
import {
  type MealPlan,
  type MealPlanChanges,
  type MealPlanInput,
  type MealPlanQuery,
  type MealPlanSummary,
  mealPlanInput,
} from './schemas.ts';
import { type StoredPlan, shownPlan } from './shown.ts';

const headFields = ['name', 'startDate', 'endDate'] as const;

/** What can be done with meal plans. */
export class MealPlanService {
  readonly #plans: OwnedStore<StoredPlan>;
  readonly #recipes: RecipeSource;

  constructor(model: OwnedModel, recipes: RecipeSource) {
    this.#plans = new OwnedStore(model, [...headFields, 'slots']);
    this.#recipes = recipes;
  }

  /** The latest first. */
  async list(owner: string, { from, to, ...query }: MealPlanQuery): Promise<Page<MealPlanSummary>> {
    const filter = {
      // Not $lte: in an index of several fields the embedded server then leaves out the bound itself.
      // All texts of a day sort before the day with one more sign.
      ...(to !== undefined && { startDate: trusted({ $lt: `${to}~` }) }),
      ...(from !== undefined && { endDate: trusted({ $gte: from }) }),
    };
    const order = { filter, sort: { startDate: -1, endDate: -1 } } as const;
    return this.#plans.page(owner, order, headFields, query);
  }

  /** Whole plans that end on a day or later, the latest first, at most so many. */
  async listWhole(owner: string, endsFrom: string, limit: number): Promise<readonly MealPlan[]> {
    const filter = { endDate: trusted({ $gte: endsFrom }) };
    const order = { filter, sort: { startDate: -1, endDate: -1 } } as const;
    const fields = [...headFields, 'slots'] as const;
    const { items } = await this.#plans.page(owner, order, fields, { page: 1, limit });
    const cards = await this.#cards(owner, items);
    return items.map((plan) => shownPlan(plan, cards));
  }

  create(owner: string, input: MealPlanInput): Promise<MealPlan> {
    return inSpan(spanNames.mealPlanCreate, async (span) => {
      span.setAttribute(spanAttributes.slots, input.slots.length);
      return this.#shown(owner, await this.#plans.create(owner, await this.#checked(owner, input)));
    });
  }

  async find(owner: string, id: string): Promise<MealPlan | undefined> {
    const found = await this.#plans.find(owner, id);
    return found && this.#shown(owner, found);
  }

  /** Everything of an owner. */
  all(owner: string): AsyncGenerator<MealPlan> {
    const cards = (lot: readonly StoredPlan[]) => this.#cards(owner, lot);
    return shownInLots(this.#plans.all(owner), cards, shownPlan);
  }

  /** Adds plans of a file; their recipes are known to be there. @returns how many were added. */
  restore(arrivals: readonly Arrival<StoredPlan>[], restoring: Restoring): Promise<number> {
    return this.#plans.restore(arrivals, restoring, 'startDate');
  }

  /** @throws ChangedMeanwhile when it is in none of the versions expected; so do the others. */
  replace(
    owner: string,
    id: string,
    input: MealPlanInput,
    expected?: Expected,
  ): Promise<MealPlan | undefined> {
    const edit = () => this.#checked(owner, input);
    return this.#update(spanNames.mealPlanReplace, owner, id, expected, edit);
  }

  change(
    owner: string,
    id: string,
    changes: MealPlanChanges,
    expected?: Expected,
  ): Promise<MealPlan | undefined> {
    return this.#update(spanNames.mealPlanChange, owner, id, expected, async (current) => {
      const { name, startDate, endDate, slots } = await this.#shown(owner, current);
      const merged = withChanges({ name, startDate, endDate, slots }, changes);
      return this.#checked(owner, parseInput(mealPlanInput, merged));
    });
  }

  remove(owner: string, id: string, expected?: Expected): Promise<boolean> {
    return this.#plans.remove(owner, id, expected);
  }

  #update(
    name: SpanName,
    owner: string,
    id: string,
    expected: Expected,
    edit: (current: StoredPlan & Stored) => Promise<StoredPlan>,
  ): Promise<MealPlan | undefined> {
    return inSpan(name, async (span) => {
      const updated = await this.#plans.update(owner, id, expected, edit);
      if (!updated) return undefined;
      span.setAttribute(spanAttributes.slots, updated.slots.length);
      return this.#shown(owner, updated);
    });
  }

  /** Keeps the titles beside the slots, for the time when a recipe is gone. */
  async #checked(owner: string, input: MealPlanInput): Promise<StoredPlan> {
    const references = input.slots.flatMap(({ recipeId: id }, index) =>
      id === undefined ? [] : [{ path: `slots.${index}.recipeId`, id }],
    );
    const titles = await assertRecipes(this.#recipes, owner, references);
    const slots = input.slots.map((slot) => {
      const title = slot.recipeId === undefined ? undefined : titles.get(slot.recipeId);
      return { ...slot, ...(title !== undefined && { title }) };
    });
    return { ...input, slots };
  }

  async #shown(owner: string, plan: StoredPlan & Stored): Promise<MealPlan> {
    return shownPlan(plan, await this.#cards(owner, [plan]));
  }

  #cards(owner: string, plans: readonly StoredPlan[]): Promise<ReadonlyMap<string, RecipeCard>> {
    const slots = plans.flatMap((plan) => plan.slots);
    return this.#recipes.cards(
      owner,
      slots.flatMap(({ recipeId }) => recipeId ?? []),
    );
  }
}
