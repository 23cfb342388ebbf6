export { addresses, firstThatAnswers } from './address.ts';
export { objectsOf } from './apply.ts';
export { Cluster, messageOf, orNone } from './cluster.ts';
export { ClusterError } from './cluster-error.ts';
export { applyAll, deploy } from './deploy.ts';
export { removeNamespace } from './remove.ts';
export { unready } from './rollout.ts';
export { type ContainerRef, type PodOutput, runInPod } from './run-in-pod.ts';
