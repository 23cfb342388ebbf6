import fc from 'fast-check';
import { TestServer } from '../testing/server.ts';
import type { List } from '../types.ts';
import { type Batch, nextBatch } from './batch.ts';
import { ListStore } from './list-store.ts';
import { MemoryDatabase } from './memory-database.ts';

/** What may happen, in any order, on any of the devices. `pick` chooses an item, an answer or the like. */
const doings = [
  'add',
  'tick',
  'rename',
  'remove',
  'send',
  'send, but the request is lost',
  'send, but the answer is lost',
  'the answer to what was sent comes',
  'ask for the list',
  'an answer with the list comes',
  'another tab is used',
  'load the page again',
  'time goes by',
] as const;
const action = fc.record({
  what: fc.constantFrom(...doings),
  // Most of it on one, so that much can go wrong there.
  device: fc.constantFrom(0, 0, 0, 1, 2),
  pick: fc.nat({ max: 30 }),
});
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

/** How wrong the devices' clocks are, ms: up to a day. */
const clockErrors = fc.tuple(
  ...([0, 1, 2] as const).map(() => fc.integer({ min: -86_400_000, max: 86_400_000 })),
);

const names = ['apples', 'bread', 'cheese', 'dates', 'eggs'];

/** A device with two tabs on one database. */
class Device {
  readonly #database = new MemoryDatabase();
  readonly #world: World;
  readonly #clock: () => number;
  #tabs: ListStore[] = [];
  #sent: { batch: Batch; answer: List } | undefined;
  readonly #answers: List[] = [];
  readonly ticked = new Set<string>();
  readonly removed = new Set<string>();

  constructor(world: World, clockError: number) {
    this.#world = world;
    this.#clock = () => world.now + clockError;
  }

  async start(): Promise<void> {
    this.#sent = undefined;
    this.#tabs = [0, 1].map(() => new ListStore(this.#database, undefined, this.#clock));
    await this.#reread();
  }

  get list(): List | undefined {
    return this.#tabs[0]?.list(this.#world.id);
  }

  get isAllSent(): boolean {
    return this.#tabs[0]?.getSnapshot().unsent.length === 0;
  }

  async do({ what, pick }: Omit<Action, 'device'>): Promise<void> {
    const [tab] = this.#tabs;
    const { id, server } = this.#world;
    const list = this.list;
    const item = list?.items[pick % list.items.length];
    if (!tab) return;
    switch (what) {
      case 'add': {
        const name = names[pick % names.length] ?? '';
        await tab.change(id, { kind: 'add', itemId: this.#world.nextItemId(), item: { name } });
        break;
      }
      case 'tick':
        if (item) {
          await tab.edit(id, item.id, { checked: true });
          this.ticked.add(item.id);
        }
        break;
      case 'rename':
        if (item) await tab.edit(id, item.id, { name: `${item.name}!`.slice(0, 20) });
        break;
      case 'remove':
        if (item && pick % 3 === 0) {
          await tab.change(id, { kind: 'remove', itemId: item.id });
          this.removed.add(item.id);
        }
        break;
      case 'send':
      case 'send, but the request is lost':
      case 'send, but the answer is lost': {
        // One request at a time.
        const batch = this.#sent ? undefined : nextBatch(await tab.waiting(), 1 + (pick % 3));
        if (!batch || what.endsWith('request is lost')) break;
        const answer = server.sync(batch.changes);
        if (what === 'send') this.#sent = { batch, answer };
        break;
      }
      case 'the answer to what was sent comes':
        if (this.#sent) await tab.settle(this.#sent.batch.numbers, this.#sent.answer);
        this.#sent = undefined;
        break;
      case 'ask for the list':
        this.#answers.push(server.list());
        break;
      case 'an answer with the list comes': {
        const [answer] = this.#answers.splice(pick % (this.#answers.length + 1), 1);
        if (answer) await tab.take(answer);
        break;
      }
      case 'another tab is used':
        this.#tabs.reverse();
        break;
      case 'load the page again':
        await this.start();
        break;
      case 'time goes by':
        this.#world.now += 1 + pick ** 3;
    }
    await this.#reread();
  }

  async sendAll(): Promise<void> {
    for (const what of ['the answer to what was sent comes', 'ask for the list'] as const) {
      await this.do({ what, pick: 0 });
    }
    while (!this.isAllSent) {
      await this.do({ what: 'send', pick: 0 });
      await this.do({ what: 'the answer to what was sent comes', pick: 0 });
    }
    for (const answer of this.#answers.splice(0)) await this.#tabs[0]?.take(answer);
    await this.#reread();
  }

  async #reread(): Promise<void> {
    for (const tab of this.#tabs) await tab.reread();
  }
}

class World {
  now = Date.UTC(2026, 10, 26);
  readonly server = new TestServer(() => this.now);
  readonly id = this.server.list().id;
  readonly devices: Device[];
  #items = 0;

  constructor(clockErrors: readonly number[]) {
    this.devices = clockErrors.map((error) => new Device(this, error));
  }

  nextItemId(): string {
    this.#items += 1;
    return `00000000-0000-4000-8000-${String(this.#items).padStart(12, '0')}`;
  }

  async start(): Promise<void> {
    this.server.sync(
      names.map((name) => ({
        kind: 'add',
        itemId: this.nextItemId(),
        at: new Date(this.now).toISOString(),
        item: { name },
      })),
    );
    for (const device of this.devices) {
      await device.start();
      await device.do({ what: 'ask for the list', pick: 0 });
      await device.do({ what: 'an answer with the list comes', pick: 0 });
    }
  }

  async run({ device, ...doing }: Action): Promise<void> {
    // People take a moment; clocks that stand still would only try out the order of ids.
    this.now += 1;
    await this.devices[device]?.do(doing);
  }

  /** The network is back: all is sent, and everybody hears of it. */
  async settle(): Promise<void> {
    for (const _twice of [1, 2]) for (const device of this.devices) await device.sendAll();
  }
}

function expectNothingBack({ list, ticked, removed }: Device): void {
  for (const { id, checked } of list?.items ?? []) {
    if (ticked.has(id)) expect({ id, checked }).toEqual({ id, checked: true });
    expect(removed).not.toContain(id);
  }
}

/** An addition with a clock that is fast is answered, but the answer is lost; meanwhile somebody ticks the item. */
const additionComesAgain: [number[], Action[]] = [
  [1002, -5, 0],
  [
    { what: 'add', device: 0, pick: 1 },
    { what: 'send', device: 0, pick: 0 },
    { what: 'ask for the list', device: 1, pick: 0 },
    { what: 'time goes by', device: 0, pick: 10 },
    { what: 'an answer with the list comes', device: 1, pick: 0 },
    { what: 'tick', device: 1, pick: 9 },
    { what: 'load the page again', device: 0, pick: 0 },
  ],
];

test('what was ticked or removed never comes back, whatever is slow, lost or wrong', async () => {
  const property = fc.asyncProperty(
    clockErrors,
    fc.array(action, { maxLength: 80, size: 'max' }),
    async (errors, actions) => {
      const world = new World(errors);
      await world.start();
      for (const one of actions) {
        await world.run(one);
        for (const device of world.devices) expectNothingBack(device);
      }
      await world.settle();
      const all = world.devices.flatMap(({ ticked }) => [...ticked]);
      for (const device of world.devices) {
        // Also what somebody else ticked or removed.
        for (const id of all) device.ticked.add(id);
        for (const other of world.devices) for (const id of other.removed) device.removed.add(id);
        expectNothingBack(device);
        expect(device.list).toEqual(world.server.list());
      }
    },
  );
  await fc.assert(property, { numRuns: 120, examples: [additionComesAgain] });
}, 60_000);
