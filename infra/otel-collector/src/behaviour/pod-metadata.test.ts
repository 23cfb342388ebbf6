import { until } from '@recipe-book/test/until';
import { Backend } from '../testing/backend.ts';
import { decideSoon, TestCollector } from '../testing/collector.ts';
import { browserSpansMessage, logsMessage, metricsMessage } from '../testing/otlp.ts';

const pod = { POD_NAME: 'app-1', POD_NAMESPACE: 'recipe-book', NODE_NAME: 'node-1' };
let backend: Backend;
let collector: TestCollector;

beforeEach(async () => {
  backend = await Backend.start();
});
afterEach(async () => {
  await backend.close();
  await collector?.remove();
});

test('in a pod, everything says where it comes from', async () => {
  collector = await TestCollector.start(backend, { env: pod, change: decideSoon });
  await collector.send('logs', logsMessage(['line'], 'recipe-book-api-envoy'));
  await collector.send('metrics', metricsMessage(['metric']));
  await collector.sendFromBrowser('traces', JSON.stringify(browserSpansMessage([{}])));
  await until('all have arrived', 20, () => {
    const { logs, metrics, spans } = backend;
    return [logs, metrics, spans].every(({ length }) => length > 0);
  });
  const where = {
    'k8s.pod.name': 'app-1',
    'k8s.namespace.name': 'recipe-book',
    'k8s.node.name': 'node-1',
  };
  expect(backend.logs[0]?.resource).toMatchObject({ ...where, 'k8s.container.name': 'envoy' });
  expect(backend.metrics[0]?.resource).toMatchObject({ ...where, 'k8s.container.name': 'app' });
  // A browser is in no pod, whichever Collector it has sent to.
  expect(backend.spans[0]?.resource).toEqual({
    'service.name': 'recipe-book-web',
    'deployment.environment.name': 'development',
  });
});

test('what a sender says of itself stands', async () => {
  collector = await TestCollector.start(backend, { env: pod });
  const own = { 'k8s.pod.name': 'other', 'k8s.container.name': 'mine' };
  await collector.send('logs', logsMessage(['line'], 'recipe-book-api', own));
  await until('it has arrived', 20, () => backend.logs.length > 0);
  expect(backend.logs[0]?.resource).toMatchObject({ ...own, 'k8s.node.name': 'node-1' });
});

test('outside a cluster nothing of that is added', async () => {
  collector = await TestCollector.start(backend);
  await collector.send('logs', logsMessage(['line']));
  await until('it has arrived', 20, () => backend.logs.length > 0);
  expect(backend.logs[0]?.resource).toEqual({ 'service.name': 'recipe-book-api' });
});
