import { applied } from '../../../../app/src/shopping-lists/merge/apply.ts';
import { change } from '../../../../app/src/shopping-lists/merge/changes.ts';
import { horizonAt, remembered } from '../../../../app/src/shopping-lists/merge/forget.ts';
import { shownItems } from '../../../../app/src/shopping-lists/merge/shown.ts';
import type { ItemState } from '../../../../app/src/shopping-lists/merge/state.ts';
import type { Change, List } from '../types.ts';

/** One list as the real server keeps it, by the same code, in memory and with a clock of the test's. */
export class TestServer {
  #items: readonly ItemState[] = [];
  #forgottenAt = 0;
  #version = 1;
  #updatedAt: number;
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
    this.#updatedAt = clock();
  }

  /** Answers as `POST /api/shopping-lists/:id/sync` does. */
  sync(changes: readonly Change[]): List {
    const now = this.#clock();
    const parsed = changes.map((one) => change.parse(one));
    const items = applied(this.#items, parsed, now, horizonAt(now, this.#forgottenAt));
    if (JSON.stringify(items) !== JSON.stringify(this.#items)) {
      const kept = remembered(items, now, this.#forgottenAt);
      this.#items = kept.items;
      this.#forgottenAt = kept.forgottenAt;
      this.#version += 1;
      this.#updatedAt = now;
    }
    return this.list();
  }

  list(): List {
    const items = shownItems(this.#items);
    return {
      id: 'b'.repeat(24),
      name: 'Saturday',
      isActive: true,
      itemCount: items.length,
      checkedCount: items.filter(({ checked }) => checked).length,
      version: this.#version,
      createdAt: new Date(0).toISOString(),
      updatedAt: new Date(this.#updatedAt).toISOString(),
      items,
    };
  }
}
