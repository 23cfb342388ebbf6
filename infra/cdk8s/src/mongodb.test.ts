import { find, objectsOf, podOf } from './testing/objects.ts';

const objects = objectsOf('development');
const pod = podOf(find(objects, 'StatefulSet', 'mongodb'));
const [mongod] = pod.containers;

test('clients are led to the server whatever the replica set calls it', () => {
  for (const [kind, name] of [
    ['Deployment', 'recipe-book'],
    ['Job', 'migration'],
  ] as const) {
    const env = podOf(find(objects, kind, name)).containers[0]?.env;
    const uri = 'mongodb://mongodb:27017/recipe-book?directConnection=true';
    expect(env).toContainEqual({ name: 'MONGODB_URI', value: uri });
  }
});

test('the replica set is made at the first start, of a member that it finds itself to be', () => {
  expect(mongod?.['args']).toEqual(expect.arrayContaining(['--replSet', 'rs0']));
  const probe = JSON.stringify(mongod?.['startupProbe']);
  expect(probe).toContain("rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }]");
  // Before it is ready, the Service does not lead to it.
  expect(pod['hostAliases']).toEqual([{ ip: '127.0.0.1', hostnames: ['mongodb'] }]);
});

test('it is ready when it takes writes, and has time to end', () => {
  expect(mongod?.['readinessProbe']).toMatchObject({
    exec: { command: ['mongosh', '--quiet', '--eval', expect.stringContaining('hello')] },
  });
  expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(60);
});
