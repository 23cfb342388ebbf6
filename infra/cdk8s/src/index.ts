export { appImage, tagOf } from './app-image.ts';
export { AppService, type AppServiceProps, type ServiceType } from './constructs/app-service.ts';
export {
  Autoscaler,
  type AutoscalerProps,
  type Autoscaling,
  type RequestRate,
} from './constructs/autoscaling.ts';
export { bytesOf } from './constructs/bytes.ts';
export { ConfigFile, type ConfigFileProps } from './constructs/config-file.ts';
export { hardenedContainer, hardenedPod } from './constructs/hardening.ts';
export { HostIngress, type HostIngressProps, type HostProps } from './constructs/host-ingress.ts';
export { type PodLayout, podPlacements, sidecarPorts } from './constructs/pod-layout.ts';
export type { PodTiming } from './constructs/pod-timing.ts';
export { httpProbe, tcpProbe } from './constructs/probes.ts';
export {
  RatelimitService,
  type RatelimitServiceProps,
  ratelimitRoot,
} from './constructs/ratelimit-service.ts';
export { groupMembers, ServerGroup, type ServerGroupProps } from './constructs/server-group.ts';
export { SidecarApp } from './constructs/sidecar-app.ts';
export type { SidecarAppProps } from './constructs/sidecar-app-props.ts';
export { SingleServer, type SingleServerProps } from './constructs/single-server.ts';
export { resources, type Size } from './constructs/size.ts';
export { SteadyDeployment, type SteadyDeploymentProps } from './constructs/steady-deployment.ts';
export { DenyAll, type Peer, Traffic, type TrafficProps } from './constructs/traffic.ts';
export { type Waivers, waived } from './constructs/waivers.ts';
export { type EnvironmentOptions, environmentOptions } from './environments.ts';
export { images } from './images.ts';
export { manifests } from './manifests.ts';
export { components, ports, type SecretKey, secret } from './names.ts';
export { type NeededSecretKey, neededSecretKeys } from './needed-secret-keys.ts';
export { type KubeObject, objectsOf } from './objects-of.ts';
export { type KubernetesPlacements, kubernetesPlacements } from './placements.ts';
export { type Target, targetOf, tlsSecretOf } from './target.ts';
