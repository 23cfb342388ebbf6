import { parseAllDocuments } from 'yaml';
import { manifests } from './manifests.ts';
import type { Target } from './target.ts';

/** A Kubernetes object as a manifest has it. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly [field: string]: unknown;
}

/** What `make synth` writes for a target, as objects, in order. */
export function objectsOf(target: Target): KubeObject[] {
  return [...manifests(target).values()].flatMap((yaml) =>
    parseAllDocuments(yaml).map((document) => document.toJS() as KubeObject),
  );
}
