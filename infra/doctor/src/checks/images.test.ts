import type { Pod } from '../about/pods.ts';
import { manifestsOf } from '../testing/manifests-of.ts';
import { snapshotWith } from '../testing/snapshot.ts';
import { images } from './images.ts';

const wanted = manifestsOf('development');

function pod(name: string, image: string, imageID: string): Pod {
  return {
    metadata: { name, labels: { 'app.kubernetes.io/name': 'recipe-book' } },
    spec: { containers: [{ name: 'envoy', image }] },
    status: {
      phase: 'Running',
      containerStatuses: [{ name: 'envoy', image, imageID, ready: true, restartCount: 0 }],
    },
  };
}

function found(...pods: Pod[]) {
  return images.findings(snapshotWith({ wanted, live: { pods } })).map(({ what }) => what);
}

const right = 'envoyproxy/envoy:v1.40.0';

test('the images of the manifests are right', () => {
  expect(found(pod('a', right, 'sha256:1'), pod('b', right, 'sha256:1'))).toEqual([]);
});

test('another version is told of each pod that runs it', () => {
  expect(found(pod('a', right, '1'), pod('b', 'envoyproxy/envoy:v1.39.0', '2'))).toEqual([
    `container envoy runs envoyproxy/envoy:v1.39.0 instead of ${right}`,
  ]);
});

test('one name for two images is told', () => {
  expect(found(pod('a', right, 'sha256:1'), pod('b', right, 'sha256:2'))).toEqual([
    `container envoy runs 2 different images that are all named ${right}, as in a and b`,
  ]);
});
