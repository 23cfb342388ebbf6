import { until } from '@recipe-book/test/until';
import { Backend } from '../testing/backend.ts';
import { TestCollector } from '../testing/collector.ts';

const level = (stringValue: string) => [{ key: 'level', value: { stringValue } }];
const logRecords = [
  { body: { stringValue: 'as Envoy tells it' }, attributes: level('http') },
  { body: { stringValue: 'with its own' }, severityText: 'warn', attributes: level('http') },
];

test('a log record without a severity has the one of its level, others keep theirs', async () => {
  const backend = await Backend.start();
  const collector = await TestCollector.start(backend);
  try {
    await collector.send('logs', { resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
    await until('both have arrived', 20, () => backend.logs.length === logRecords.length);
    expect(backend.logs.map(({ severityText }) => severityText)).toEqual(['http', 'warn']);
  } finally {
    await collector.remove();
    await backend.close();
  }
});
