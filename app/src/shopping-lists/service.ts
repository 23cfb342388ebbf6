import { trusted } from 'mongoose';
import type { Expected } from '../database/versions.ts';
import type { Page } from '../http/pagination.ts';
import { type OwnedModel, OwnedStore } from '../planning/owned-store.ts';
import { inSpan } from '../telemetry/in-span.ts';
import { spanAttributes, spanNames } from '../telemetry/names.ts';
import type { Arrival } from '../transfer/arrivals.ts';
import type { Restoring } from '../transfer/restoring.ts';
import { settleActive } from './active-list.ts';
import type { ItemChanges } from './item-schemas.ts';
import type { ListFeed } from './live/feed.ts';
import { applied } from './merge/apply.ts';
import type { Change } from './merge/changes.ts';
import { edited, removed, replacedItems } from './merge/edits.ts';
import { horizonAt, isShown } from './merge/forget.ts';
import type { ItemState } from './merge/state.ts';
import { gathered } from './needs/gather.ts';
import type { NeedFinder, Sources } from './needs/sources.ts';
import type {
  ShoppingList,
  ShoppingListChanges,
  ShoppingListInput,
  ShoppingListQuery,
  ShoppingListSummary,
} from './schemas.ts';
import {
  isSameList,
  type StoredList,
  shownList,
  storedListFields,
  withActivity,
  withItems,
} from './stored-list.ts';

const summaryFields = ['name', 'isActive', 'itemCount', 'checkedCount'] as const;

/** What can be done with shopping lists. Whoever follows a list is told of every change. */
export class ShoppingListService {
  readonly #model: OwnedModel;
  readonly #lists: OwnedStore<StoredList>;
  readonly #finder: NeedFinder;
  readonly feed: ListFeed;

  constructor(model: OwnedModel, finder: NeedFinder, feed: ListFeed) {
    this.#model = model;
    this.#lists = new OwnedStore(model, storedListFields);
    this.#finder = finder;
    this.feed = feed;
  }

  /** The active one first, then the newest. */
  async list(
    owner: string,
    { isActive, ...query }: ShoppingListQuery,
  ): Promise<Page<ShoppingListSummary>> {
    const filter = isActive === undefined ? {} : { isActive };
    const order = { filter, sort: { isActive: -1, createdAt: -1 } } as const;
    return this.#lists.page(owner, order, summaryFields, query);
  }

  create(owner: string, { name, isActive, ...sources }: ShoppingListInput) {
    return inSpan(spanNames.shoppingListCreate, async (span) => {
      const needs = await this.#finder.needs(owner, sources);
      const now = Date.now();
      const empty = { name, isActive, items: [], itemCount: 0, checkedCount: 0 };
      const list = withItems(withActivity(empty, isActive, now), gathered([], needs, now), now);
      const made = await this.#lists.create(owner, list);
      span.setAttributes({
        [spanAttributes.needs]: needs.length,
        [spanAttributes.items]: made.itemCount,
      });
      if (isActive) await this.#settle(owner);
      return shownList(made);
    });
  }

  /** @returns `undefined` when the owner has no such list; so do the others. */
  async find(owner: string, id: string): Promise<ShoppingList | undefined> {
    const found = await this.#lists.find(owner, id);
    return found && shownList(found);
  }

  /** Names of those lists that there are, by id, in one query. */
  async names(owner: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const found = await this.#model
      .find({ _id: trusted({ $in: ids }), owner })
      .select('name')
      .lean();
    return new Map(found.map(({ _id, name }) => [String(_id), String(name)]));
  }

  /** Everything of an owner. */
  async *all(owner: string): AsyncGenerator<ShoppingList> {
    for await (const list of this.#lists.all(owner)) yield shownList(list);
  }

  /**
   * Adds lists of a file; the recipes of their items are known to be there. The list that its owner
   * uses stays the active one, however new the file is; only who has none gets that of the file.
   * @returns how many were added.
   */
  async restore(arrivals: readonly Arrival<StoredList>[], restoring: Restoring): Promise<number> {
    const { owner } = restoring;
    const hasActive = await this.#model.exists({ owner, isActive: true });
    const lists = hasActive
      ? arrivals.map((one) => ({ ...one, fields: withActivity(one.fields, false, Date.now()) }))
      : arrivals;
    const added = await this.#lists.restore(lists, restoring, 'name');
    // One that was made active meanwhile is newer than any of a file.
    if (added > 0) await this.#settle(owner);
    return added;
  }

  /** The version of a list, which tells whether it has changed. */
  async version(owner: string, id: string): Promise<number | undefined> {
    const found = await this.#model.findOne({ _id: id, owner }).select('version').lean();
    return found?.version;
  }

  /** @throws ChangedMeanwhile when it is in none of the versions expected; so do the others. */
  async change(
    owner: string,
    id: string,
    { name, isActive, items }: ShoppingListChanges,
    expected?: Expected,
  ): Promise<ShoppingList | undefined> {
    const own = items && (await this.#finder.ownRecipesOnly(owner, items));
    const changed = await this.#edit(owner, id, expected, (list, now) => {
      const named = { ...list, ...(name !== undefined && { name }) };
      const set = isActive === undefined ? named : withActivity(named, isActive, now);
      return own ? withItems(set, replacedItems(set.items, own, now), now) : set;
    });
    if (isActive === true && changed) await this.#settle(owner);
    return changed;
  }

  async remove(owner: string, id: string, expected?: Expected): Promise<boolean> {
    const gone = await this.#lists.remove(owner, id, expected);
    if (gone) this.feed.changed(id);
    return gone;
  }

  async add(owner: string, id: string, sources: Sources): Promise<ShoppingList | undefined> {
    const needs = await this.#finder.needs(owner, sources);
    return this.#edit(owner, id, undefined, (list, now) =>
      withItems(list, gathered(list.items, needs, now), now),
    );
  }

  /** @returns `undefined` when there is no such list or no such item on it. */
  changeItem(
    owner: string,
    id: string,
    itemId: string,
    changes: ItemChanges,
    expected?: Expected,
  ): Promise<ShoppingList | undefined> {
    return this.#editItem(owner, id, itemId, expected, (item, now) => edited(item, changes, now));
  }

  removeItem(
    owner: string,
    id: string,
    itemId: string,
    expected?: Expected,
  ): Promise<ShoppingList | undefined> {
    return this.#editItem(owner, id, itemId, expected, removed);
  }

  /** Brings in what was done on a device while it was offline. */
  async sync(owner: string, id: string, changes: Change[]): Promise<ShoppingList | undefined> {
    const added = changes.filter((change) => change.kind === 'add');
    const items = await this.#finder.ownRecipesOnly(
      owner,
      added.map(({ item }) => item),
    );
    const own = added.map((change, index) => ({ ...change, item: items[index] ?? change.item }));
    const others = changes.filter((change) => change.kind !== 'add');
    return this.#edit(owner, id, undefined, (list, now) => {
      const horizon = horizonAt(now, list.forgottenAt);
      return withItems(list, applied(list.items, [...own, ...others], now, horizon), now);
    });
  }

  #editItem(
    owner: string,
    id: string,
    itemId: string,
    expected: Expected,
    edit: (item: ItemState, now: number) => ItemState,
  ): Promise<ShoppingList | undefined> {
    return this.#edit(owner, id, expected, (list, now) => {
      if (!list.items.some((item) => item.id === itemId && isShown(item))) return undefined;
      const items = list.items.map((item) => (item.id === itemId ? edit(item, now) : item));
      return withItems(list, items, now);
    });
  }

  #edit(
    owner: string,
    id: string,
    expected: Expected,
    edit: (list: StoredList, now: number) => StoredList | undefined,
  ): Promise<ShoppingList | undefined> {
    return inSpan(spanNames.shoppingListMerge, async (span) => {
      let isChanged = false;
      const changed = await this.#lists.update(owner, id, expected, (list) => {
        const edited = edit(list, Date.now());
        isChanged = edited !== undefined && !isSameList(edited, list);
        return edited && !isChanged ? list : edited;
      });
      if (!changed) return undefined;
      span.setAttribute(spanAttributes.items, changed.itemCount);
      if (isChanged) this.feed.changed(id);
      return shownList(changed);
    });
  }

  async #settle(owner: string): Promise<void> {
    for (const id of await settleActive(this.#model, owner)) this.feed.changed(id);
  }
}
