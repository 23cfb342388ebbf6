/** What a timer is set for. */
export interface TimerInput {
  /** The time as the recipe names it, such as "10–12 minutes". */
  readonly label: string;
  readonly seconds: number;
  readonly recipeId: string;
  readonly recipeTitle: string;
  /** The step it was started from, counted from 1. */
  readonly step: number;
}

/** A timer that runs, stands still or is over. */
export interface Timer extends TimerInput {
  readonly id: string;
  /** When it is over, ms since 1970; `null` while it stands still. */
  readonly endsAt: number | null;
  /** What was left when it was stopped, ms. */
  readonly left: number;
  readonly over: boolean;
}

const storageKey = 'timers';
const minute = 60_000;

/**
 * Timers that go on while pages change. They are kept in the tab with the moment of their end, so that a
 * reload loses no second. Fits React's `useSyncExternalStore`.
 */
export class TimerStore {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly #owner: string;
  #timers: readonly Timer[];
  readonly #listeners = new Set<() => void>();
  #wake: ReturnType<typeof setTimeout> | undefined;

  /** @param owner the id of whose timers they are: others in the same tab do not see them. */
  constructor(owner: string, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
    this.#owner = owner;
    this.#storage = storage;
    this.#timers = this.#read();
    this.#look();
  }

  readonly getSnapshot = (): readonly Timer[] => this.#timers;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(input: TimerInput): void {
    const left = input.seconds * 1000;
    const id = crypto.randomUUID();
    this.#set([...this.#timers, { ...input, id, left, endsAt: Date.now() + left, over: false }]);
  }

  pause(id: string): void {
    this.#change(id, (timer) =>
      timer.endsAt === null
        ? timer
        : { ...timer, endsAt: null, left: Math.max(0, timer.endsAt - Date.now()) },
    );
  }

  resume(id: string): void {
    this.#change(id, (timer) =>
      timer.endsAt === null ? { ...timer, endsAt: Date.now() + timer.left } : timer,
    );
  }

  /** One minute more; one that was over runs again. */
  addMinute(id: string): void {
    this.#change(id, (timer) => {
      if (timer.endsAt === null) return { ...timer, left: timer.left + minute };
      return { ...timer, endsAt: Math.max(timer.endsAt, Date.now()) + minute, over: false };
    });
  }

  dismiss(id: string): void {
    this.#set(this.#timers.filter((timer) => timer.id !== id));
  }

  /** Lets all of them go, as at a sign-out. */
  clear(): void {
    this.#set([]);
  }

  #change(id: string, change: (timer: Timer) => Timer): void {
    this.#set(this.#timers.map((timer) => (timer.id === id ? change(timer) : timer)));
  }

  #set(timers: readonly Timer[]): void {
    this.#timers = timers;
    if (timers.length === 0) this.#storage.removeItem(storageKey);
    else this.#storage.setItem(storageKey, JSON.stringify({ owner: this.#owner, timers }));
    this.#look();
    for (const listener of this.#listeners) listener();
  }

  /** Marks what is over, and comes back when the next one will be. */
  #look(): void {
    clearTimeout(this.#wake);
    const now = Date.now();
    this.#timers = this.#timers.map((timer) =>
      !timer.over && timer.endsAt !== null && timer.endsAt <= now
        ? { ...timer, over: true }
        : timer,
    );
    const ends = this.#timers.flatMap(({ over, endsAt }) =>
      over || endsAt === null ? [] : [endsAt],
    );
    if (ends.length === 0) return;
    this.#wake = setTimeout(() => this.#set(this.#timers), Math.min(...ends) - now);
  }

  #read(): readonly Timer[] {
    try {
      const kept: { owner: string; timers: Timer[] } | null = JSON.parse(
        this.#storage.getItem(storageKey) ?? 'null',
      );
      return kept?.owner === this.#owner ? kept.timers : [];
    } catch {
      return [];
    }
  }
}
