export { SidecarApp } from './constructs/sidecar-app.ts';
export type { SidecarAppProps } from './constructs/sidecar-app-props.ts';
export { type EnvironmentOptions, environmentOptions } from './environments.ts';
export { manifests } from './manifests.ts';
export { components, ports, secret } from './names.ts';
export { type KubernetesPlacements, kubernetesPlacements } from './placements.ts';
export { type Target, targetOf, tlsSecretOf } from './target.ts';
