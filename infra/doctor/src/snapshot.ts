import type { V1Namespace } from '@kubernetes/client-node';
import type { Environment } from '@recipe-book/settings';
import type { Live, LiveObjects, ResourceName } from './cluster/resources.ts';

/** All that the checks look at: one namespace at one moment. */
export interface Snapshot {
  readonly namespace: string;
  readonly environment: Environment;
  /** By the clock of this machine. */
  readonly now: Date;
  /** What is in the namespace, by resource; empty where it could not be read. */
  readonly live: LiveObjects;
  /** The namespace itself; absent when it could not be read. */
  readonly namespaceObject?: Live<V1Namespace>;
  /** What `make synth` writes for the environment. */
  readonly wanted: readonly KubeObject[];
  /** The Secrets that the manifests name, without their values; absent ones do not exist. */
  readonly secrets: ReadonlyMap<string, SecretFacts>;
  /** The keys that they must have. */
  readonly needed: NeededKeys;
  /** Host names that the certificate in a Secret has to hold, by the name of the Secret. */
  readonly hosts: ReadonlyMap<string, readonly string[]>;
  /** The last lines of containers that ended badly, by `pod/container`; without secrets. */
  readonly logs: ReadonlyMap<string, readonly string[]>;
  /** What the parts say of themselves, by the name of their pod. */
  readonly envoys: ReadonlyMap<string, EnvoyState>;
  readonly apps: ReadonlyMap<string, AppState>;
  readonly ratelimits: ReadonlyMap<string, RatelimitState>;
  readonly unreadable: readonly Unreadable[];
  /** Takes secrets out of text that programs wrote. */
  readonly redact: (text: string) => string;
}

/** A Kubernetes object as a manifest has it. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly [field: string]: unknown;
}

/** What each key of a Secret holds, in a sentence; by the name of the Secret, then by key. */
export type NeededKeys = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What is known of a Secret. Values stay out of it. */
export interface SecretFacts {
  readonly keys: ReadonlyMap<string, SecretKey>;
}

export interface SecretKey {
  readonly empty: boolean;
  /** PEM, when it holds certificates; those are public. */
  readonly certificate?: string;
  /** Whether the private key beside the certificate (`x.key` for `x.crt`) fits; absent without one. */
  readonly keyFits?: boolean;
}

/** What an Envoy counted: twice, a moment apart. Names as in `/stats`. */
export interface EnvoyState {
  readonly before: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
}

/** What an app says of what it depends on: `ok` or `unavailable`. */
export type AppState = Readonly<Record<string, string>>;

/** How a ratelimit service answered a call that goes to Redis and back. */
export interface RatelimitState {
  /** HTTP status; absent when no answer came in time. */
  readonly status?: number;
  readonly text: string;
}

/** Why something could not be read when rights are missing. */
export const forbidden = 'it is forbidden';

/** Something that could not be read, and why. */
export interface Unreadable {
  /** What: a resource of the API, or in words. */
  readonly resource: ResourceName | 'namespaces' | 'secrets' | 'pods/log' | 'pods/portforward';
  readonly why: string;
}
