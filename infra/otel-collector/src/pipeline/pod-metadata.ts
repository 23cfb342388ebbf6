import type { Settings } from '@recipe-book/settings';
import { fromEnvironment } from '../environment.ts';
import type { CollectorPlacement } from '../placement.ts';
import { collectorService } from '../service-names.ts';

/**
 * Says in a cluster of everything that comes by where it came from, unless its sender does (contrib
 * transformprocessor). Senders are in the Collector's own pod, so it needs no right to ask Kubernetes. Browsers are
 * in none, and what they send does not come by here.
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
    ...(['pod', 'namespace', 'node'] as const).map((kind) => {
      const value = fromEnvironment(kind);
      return insert(`k8s.${kind}.name`, value, `"${value}" != ""`);
    }),
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
function insert(name: string, value: string, condition: string): string {
  const attribute = `resource.attributes["${name}"]`;
  return `set(${attribute}, "${value}") where ${attribute} == nil and ${condition}`;
}
