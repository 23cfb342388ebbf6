import { manifests, type Target } from '@recipe-book/cdk8s';
import { applyAll, objectsOf } from '@recipe-book/cluster';
import { untilCalm } from '../pods.ts';
import type { Scene } from '../scene.ts';

/** Applies a target's manifests, as `make cluster-up` does, and waits until all of it runs. */
export async function redeploy(scene: Scene, target: Target): Promise<void> {
  await applyAll(scene.cluster, target, objectsOf(manifests(target)));
  await untilCalm(scene);
}
