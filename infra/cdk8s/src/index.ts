export { SidecarApp } from './constructs/sidecar-app.ts';
export type { SidecarAppProps } from './constructs/sidecar-app-props.ts';
export { type EnvironmentOptions, environmentOptions } from './environments.ts';
export { manifests } from './manifests.ts';
export { secret } from './names.ts';
export { type NeededSecretKey, neededSecretKeys } from './needed-secret-keys.ts';
export { type KubernetesPlacements, kubernetesPlacements } from './placements.ts';
export { type Target, targetOf } from './target.ts';
