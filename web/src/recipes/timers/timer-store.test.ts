import { type TimerInput, TimerStore } from './timer-store.ts';

const { jest } = import.meta;
const minute = 60_000;
const pasta: TimerInput = {
  label: '10 minutes',
  seconds: 600,
  recipeId: 'r1',
  recipeTitle: 'Pasta',
  step: 2,
};

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

/** The minutes left of each timer, or what it does instead of running. */
function shown(store: TimerStore) {
  return store
    .getSnapshot()
    .map(({ over, endsAt, left }) =>
      over
        ? 'over'
        : endsAt === null
          ? `stands at ${left / minute}`
          : (endsAt - Date.now()) / minute,
    );
}

function only(store: TimerStore): string {
  return store.getSnapshot()[0]?.id ?? '';
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('several run at once, and each is over in its time', () => {
  const store = new TimerStore('ada', memory());
  store.start(pasta);
  store.start({ ...pasta, seconds: 120 });
  jest.advanceTimersByTime(2 * minute);
  expect(shown(store)).toEqual([8, 'over']);
  jest.advanceTimersByTime(8 * minute);
  expect(shown(store)).toEqual(['over', 'over']);
});

test('whoever listens hears of the end', () => {
  const store = new TimerStore('ada', memory());
  store.start(pasta);
  const heard = jest.fn();
  store.subscribe(heard);
  jest.advanceTimersByTime(10 * minute - 1);
  expect(heard).not.toHaveBeenCalled();
  jest.advanceTimersByTime(1);
  expect(heard).toHaveBeenCalledTimes(1);
});

test('one that is stopped loses no time, and goes on', () => {
  const store = new TimerStore('ada', memory());
  store.start(pasta);
  jest.advanceTimersByTime(4 * minute);
  store.pause(only(store));
  jest.advanceTimersByTime(30 * minute);
  expect(shown(store)).toEqual(['stands at 6']);
  store.addMinute(only(store));
  store.resume(only(store));
  jest.advanceTimersByTime(6 * minute);
  expect(shown(store)).toEqual([1]);
});

test('a minute more takes it up again after its end', () => {
  const store = new TimerStore('ada', memory());
  store.start(pasta);
  jest.advanceTimersByTime(15 * minute);
  store.addMinute(only(store));
  expect(shown(store)).toEqual([1]);
});

test('a reload loses no second, not even while a timer ends', () => {
  const storage = memory();
  new TimerStore('ada', storage).start(pasta);
  new TimerStore('ada', storage).start({ ...pasta, seconds: 60 });
  jest.advanceTimersByTime(3 * minute);
  expect(shown(new TimerStore('ada', storage))).toEqual([7, 'over']);
});

test('what is dismissed stays away, and nothing is kept of it', () => {
  const storage = memory();
  const store = new TimerStore('ada', storage);
  store.start(pasta);
  store.dismiss(only(store));
  expect(shown(new TimerStore('ada', storage))).toEqual([]);
  expect(storage.getItem('timers')).toBeNull();
});

test('somebody else in the same tab sees none of them', () => {
  const storage = memory();
  new TimerStore('ada', storage).start(pasta);
  expect(shown(new TimerStore('bob', storage))).toEqual([]);
});

test('what cannot be read is nothing', () => {
  const storage = memory();
  storage.setItem('timers', '{');
  expect(shown(new TimerStore('ada', storage))).toEqual([]);
});
