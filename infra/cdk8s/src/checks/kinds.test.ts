import { type EnvironmentOptions, environmentOptions } from '../environments.ts';
import { problemsOf } from '../testing/problems.ts';

test.each<[string, object]>([
  [
    'exposure.kind is "ingres" for staging; it must be one of node-port, load-balancer, ingress.',
    { exposure: { kind: 'ingres' } },
  ],
  [
    'mongodb.kind is "extern" for staging; it must be one of in-cluster, external.',
    { mongodb: { kind: 'extern' } },
  ],
])('%s', (sentence, change) => {
  const options = { ...environmentOptions.staging, ...change } as EnvironmentOptions;
  expect(problemsOf('staging', options)).toEqual([sentence]);
});
