import { KubeConfig } from '@kubernetes/client-node';
import { type ApiServer, startApiServer } from '../testing/api-server.ts';
import { readyPod } from '../testing/well-kitchen.ts';
import { askPod } from './ask-pod.ts';
import { readLogs } from './logs.ts';
import { Reader } from './reader.ts';

/** Milliseconds; nobody will answer. */
const patience = 50;
const kubeConfig = new KubeConfig();
let server: ApiServer;

beforeAll(async () => {
  server = await startApiServer({ silent: ['log', 'portforward'] });
  kubeConfig.loadFromString(server.kubeConfig);
});
afterAll(() => server.stop());

test('logs that do not come are kept in mind, and no more', async () => {
  const reader = new Reader(kubeConfig, 'kitchen', patience);
  const pod = readyPod('recipe-book');
  const state = { terminated: { exitCode: 1 } };
  const app = { name: 'app', image: '', imageID: '', ready: false, restartCount: 0, state };
  const pods = [{ ...pod, status: { ...pod.status, containerStatuses: [app] } }];
  const logs = await readLogs(reader, { live: { pods } as never, redact: (text) => text });
  expect(logs.size).toBe(0);
  expect(reader.unreadable).toEqual([
    { resource: 'pods/log', why: 'no answer came within 0.05 s' },
  ]);
});

test('a pod that cannot be reached is given up', async () => {
  const at = { namespace: 'kitchen', pod: 'a', port: 80 };
  const { refused } = await askPod(kubeConfig, at, { path: '/' }, patience);
  expect(refused).toMatch(/timed out/);
});
