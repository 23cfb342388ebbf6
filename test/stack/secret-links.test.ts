import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLogs, readSpans } from '@recipe-book/local';
import { call, freshAddress } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { registerUser } from '../harness/users.ts';

const stack = testStack();
const port = stack.ingressPort;

test('neither traces nor logs tell the link of what is shared, nor a token in a query', async () => {
  const { token } = await registerUser(port);
  const post = (path: string, body: object) => call({ port, path, method: 'POST', token, body });
  const recipe = await post('/api/recipes', { title: 'Shared soup' });
  const share = await post('/api/shares', { kind: 'recipe', id: recipe.json.id });
  const secret: string = share.json.token;
  const paths = [
    `/shared/${secret}`,
    `/api/shared/${secret}`,
    `/shared/${secret}/x`,
    `/shared/x/${secret}`,
  ];
  for (const path of [
    ...paths,
    `/SHARED/${secret}`,
    `/x/${secret}`,
    `/api/recipes?access_token=${secret}`,
  ]) {
    const { headers } = await call({ port, path, from: freshAddress() });
    // Envoy tells of each request, the app of those that it knows.
    await until('Envoy has sent its span and its log record', 30, () => {
      const told = [readSpans(stack.paths.telemetry), readLogs(stack.paths.telemetry)];
      return told.every((all) => all.some(({ traceId }) => traceId === headers['x-trace-id']));
    });
  }
  const folders = stack.ingresses.map((_, at) => join(stack.paths.telemetry, String(at)));
  for (const folder of [stack.paths.logs, ...folders]) {
    for (const name of readdirSync(folder)) {
      const told = readFileSync(join(folder, name), 'utf8').includes(secret);
      expect({ name, told }).toEqual({ name, told: false });
    }
  }
}, 120_000);
