import { ApiObject, type Chart, JsonPatch } from 'cdk8s';
import type { EnvironmentOptions } from '../environments.ts';

/** What a cluster asks of all pods and all volumes alike, whoever made them. */
export function applyClusterOptions(
  chart: Chart,
  { imagePullSecrets = [], storageClass }: EnvironmentOptions,
): void {
  for (const object of chart.node.findAll().filter(ApiObject.isApiObject)) {
    if (object.kind === 'ServiceAccount' && imagePullSecrets.length > 0) {
      // The pods of an account get what it has.
      const names = imagePullSecrets.map((name) => ({ name }));
      object.addJsonPatch(JsonPatch.add('/imagePullSecrets', names));
    }
    if (object.kind === 'StatefulSet' && storageClass !== undefined && hasVolume(object.toJson())) {
      object.addJsonPatch(
        JsonPatch.add('/spec/volumeClaimTemplates/0/spec/storageClassName', storageClass),
      );
    }
  }
}

/** Sentinels have none. */
function hasVolume({ spec }: { readonly spec: object }): boolean {
  return 'volumeClaimTemplates' in spec;
}
