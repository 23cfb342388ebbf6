import { call } from '../harness/client.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';
import { partProcess } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { registerUser } from '../harness/users.ts';

let stack: OwnStack;
beforeAll(async () => {
  stack = await ownStack({});
}, 60_000);
afterAll(() => stack.stop());

test('a valid token counts through a fresh Envoy while the app restarts', async () => {
  const { token } = await registerUser(stack.port);
  for (const [part, signal] of [
    ['app', 'SIGTERM'],
    ['envoy', 'SIGKILL'],
  ] as const) {
    const pid = partProcess(stack.state, part);
    if (pid === undefined) throw new Error(`The part ${part} does not run.`);
    process.kill(pid, signal);
  }
  const answer = await until('Envoy listens again', 30, () =>
    call({ port: stack.port, path: '/api/auth/me', token }).catch(() => false as const),
  );
  expect(answer.status).toBe(200);
}, 60_000);
