import { randomUUID } from 'node:crypto';
import { call } from '../harness/client.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';
import { partProcess } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { registerUser, type TestUser } from '../harness/users.ts';

let stack: OwnStack;
let user: TestUser;
beforeAll(async () => {
  const unlimited = '1000000000';
  stack = await ownStack({
    RATE_LIMIT_AUTH_MAX_REQUESTS: unlimited,
    RATE_LIMIT_GLOBAL_MAX_REQUESTS: unlimited,
  });
  user = await registerUser(stack.port);
}, 60_000);
afterAll(() => stack.stop());

const ask = (path: string, more: object = {}) =>
  call({ port: stack.port, path, token: user.token, ...more });

/** Adds recipes one after the other until the signal says so; keeps the titles of those that were confirmed. */
async function addRecipes(confirmed: string[], stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const title = randomUUID();
    const answer = await ask('/api/recipes', { method: 'POST', body: { title } });
    if (answer.status === 201) confirmed.push(title);
  }
}

async function storedTitles(): Promise<Set<string>> {
  const titles = new Set<string>();
  for (let page = 1; ; page++) {
    const { json } = await ask(`/api/recipes?limit=100&page=${page}`);
    for (const { title } of json.items) titles.add(title);
    if (json.items.length === 0) return titles;
  }
}

test('what was confirmed is there after the database was killed', async () => {
  const confirmed: string[] = [];
  for (let round = 0; round < 3; round++) {
    const pid = await until('the database runs', 30, () => partProcess(stack.state, 'mongodb'));
    const goal = confirmed.length + 60;
    const stop = new AbortController();
    const writers = Array.from({ length: 4 }, () => addRecipes(confirmed, stop.signal));
    try {
      await until('enough is written', 30, () => confirmed.length >= goal);
      process.kill(pid, 'SIGKILL');
    } finally {
      // Else they would go on after the test.
      stop.abort();
    }
    await Promise.all(writers);
    await until('the database is back', 30, async () => {
      return (await ask('/health/ready')).status === 200;
    });
  }
  const stored = await storedTitles();
  expect(confirmed.filter((title) => !stored.has(title))).toEqual([]);
}, 150_000);
