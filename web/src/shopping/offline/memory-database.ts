import type { Change, List } from '../types.ts';
import { type Database, isNews, type Kept, type Waiting } from './database.ts';

/** Keeps lists until the page is left: for browsers that give no place on the device. */
export class MemoryDatabase implements Database {
  readonly #lists = new Map<string, List>();
  #waiting: Waiting[] = [];
  #last = 0;

  async read(): Promise<Kept> {
    return { lists: [...this.#lists.values()], waiting: this.#waiting };
  }

  async keep(list: List): Promise<void> {
    if (isNews(list, this.#lists.get(list.id))) this.#lists.set(list.id, list);
  }

  async add(listId: string, change: Change): Promise<void> {
    this.#last += 1;
    this.#waiting = [...this.#waiting, { number: this.#last, listId, change }];
  }

  async settle(numbers: readonly number[], answer?: List): Promise<void> {
    if (answer) await this.keep(answer);
    this.#waiting = this.#waiting.filter(({ number }) => !numbers.includes(number));
  }

  async forget(listId: string): Promise<void> {
    this.#lists.delete(listId);
    this.#waiting = this.#waiting.filter((one) => one.listId !== listId);
  }
}
