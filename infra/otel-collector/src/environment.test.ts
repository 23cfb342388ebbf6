import { collectorEnvironment } from './environment.ts';

test('the limits of memory follow from what the Collector may use', () => {
  expect(collectorEnvironment(320 * 1024 ** 2, 'pod-1')).toEqual({
    GOMEMLIMIT: '256MiB',
    MEMORY_LIMIT_MIB: '240',
    MEMORY_SPIKE_MIB: '48',
    MEMORY_WEB_SPIKE_MIB: '112',
    COLLECTOR_INSTANCE: 'pod-1',
  });
});
