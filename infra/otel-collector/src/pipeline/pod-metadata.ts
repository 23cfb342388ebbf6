import type { Settings } from '@recipe-book/settings';
import { fromEnvironment } from '../environment.ts';
import type { CollectorPlacement } from '../placement.ts';
import { collectorService } from '../service-names.ts';

/**
 * Says in a cluster of everything that comes by where it came from, unless its sender does (contrib
 * transformprocessor). Senders are in the Collector's own pod, so it needs no right to ask Kubernetes.
 */
export function podMetadata(settings: Settings, { statsd }: CollectorPlacement) {
  const app = settings.OTEL_SERVICE_NAME;
  const containers = {
    [app]: 'app',
    [`${app}-envoy`]: 'envoy',
    [collectorService(settings)]: 'collector',
    ...(statsd && { [statsd.service]: 'ratelimit' }),
  };
  const statements = [
    insert('k8s.pod.name', fromEnvironment('pod')),
    insert('k8s.namespace.name', fromEnvironment('namespace')),
    insert('k8s.node.name', fromEnvironment('node')),
    ...Object.entries(containers).map(([service, container]) =>
      insert(
        'k8s.container.name',
        container,
        `"${fromEnvironment('pod')}" != "" and resource.attributes["service.name"] == "${service}"`,
      ),
    ),
  ];
  return {
    error_mode: 'ignore',
    trace_statements: statements,
    metric_statements: statements,
    log_statements: statements,
  };
}

/** An OTTL statement that sets an attribute of the resource where it is missing. */
function insert(name: string, value: string, condition = `"${value}" != ""`): string {
  const attribute = `resource.attributes["${name}"]`;
  return `set(${attribute}, "${value}") where ${attribute} == nil and ${condition}`;
}
