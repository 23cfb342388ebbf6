import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, call, statuses } from '../harness/client.ts';
import { partProcess, testStack } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { registerUser } from '../harness/users.ts';

const stack = testStack();

test('SIGTERM on the app under load loses no request that Envoy accepted, and no write', async () => {
  const { token } = await registerUser(stack.ingressPort);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
  const answers: Answer[] = [];
  const errors: unknown[] = [];
  const pid = stack.pid('app');
  let stop = false;
  const write = async () => {
    while (!stop) {
      const body = {
        title: `Soup ${answers.length}`,
        ingredients: [{ name: 'water' }],
        steps: ['Boil.'],
      };
      await call({
        port: stack.ingressPort,
        path: '/api/recipes',
        method: 'POST',
        token,
        body,
        agent,
      }).then(
        (answer) => answers.push(answer),
        (error) => errors.push(error),
      );
      // Slow enough to stay below the user's limit through the whole restart.
      await wait(100);
    }
  };
  const read = async () => {
    while (!stop) {
      await call({ port: stack.ingressPort, path: '/', agent }).then(
        (answer) => answers.push(answer),
        (error) => errors.push(error),
      );
    }
  };
  const load = Promise.all([write(), ...Array.from({ length: 8 }, read)]);
  try {
    await until('load flows', 10, () => answers.length > 100);
    process.kill(pid, 'SIGTERM');
    await until('another process serves', 30, () => {
      const running = partProcess(stack.paths.state, 'app');
      return running !== undefined && running !== pid;
    });
    const before = answers.length;
    await until('load flows again', 30, () => answers.length > before + 200);
  } finally {
    // Else it would go on after the test, and for ever where nobody answers.
    stop = true;
  }
  await load;
  agent.destroy();
  expect(errors).toEqual([]);
  const { 200: ok = 0, 201: made = 0 } = statuses(answers);
  // The text says which part refused.
  const refused = answers.filter(({ status }) => status !== 200 && status !== 201);
  expect(refused.map(({ text }) => text)).toEqual([]);
  expect(ok).toBeGreaterThan(300);
  const { json } = await call({
    port: stack.ingresses[1] ?? 0,
    path: '/api/recipes?limit=1',
    token,
  });
  expect(json.total).toBe(made);
}, 90_000);
