import { manifests, type Target } from '@recipe-book/cdk8s';
import { parseAllDocuments } from 'yaml';
import type { KubeObject } from './snapshot.ts';

/** What `make synth` writes for a target, as objects. */
export function wantedObjects(target: Target): KubeObject[] {
  return [...manifests(target).values()].flatMap((yaml) =>
    parseAllDocuments(yaml).map((document) => document.toJS() as KubeObject),
  );
}
