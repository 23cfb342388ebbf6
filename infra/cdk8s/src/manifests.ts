import { App, Yaml } from 'cdk8s';
import { AppChart } from './charts/app.ts';
import { applyClusterOptions } from './charts/cluster-options.ts';
import { MigrationChart } from './charts/migration.ts';
import { MongodbChart } from './charts/mongodb.ts';
import { NamespaceChart } from './charts/namespace.ts';
import { NetworkChart } from './charts/network.ts';
import { OpenObserveChart } from './charts/openobserve.ts';
import { ProvisionerChart } from './charts/provisioner.ts';
import { RatelimitChart } from './charts/ratelimit.ts';
import { RedisChart } from './charts/redis.ts';
import { RedisGroupChart } from './charts/redis-group.ts';
import { SecretsChart } from './charts/secrets.ts';
import { type Target, usesOpenObserve } from './target.ts';

/** How the names of all files end. */
export const manifestEnding = '.k8s.yaml';

/**
 * The manifests of one environment: YAML text by file name. `kubectl apply -f` takes files in the
 * order of their names, so the namespace comes first. The same target always gives the same bytes.
 */
export function manifests(target: Target): Map<string, string> {
  const app = new App({ outdir: '' });
  const { redis, mongodb, openobserve, secrets } = target.options;
  new NamespaceChart(app, '00-namespace', target);
  new NetworkChart(app, '10-network', target);
  if (secrets.kind === 'external') new SecretsChart(app, '15-secrets', target, secrets);
  if (target.runs.redis) {
    if (redis.kind === 'single') new RedisChart(app, '20-redis', target);
    else new RedisGroupChart(app, '20-redis', target);
  }
  if (mongodb.kind === 'in-cluster') new MongodbChart(app, '30-mongodb', target, mongodb);
  if (target.runs.openobserve && openobserve.kind === 'in-cluster') {
    new OpenObserveChart(app, '35-openobserve', target, openobserve);
  }
  new RatelimitChart(app, '40-ratelimit', target);
  new MigrationChart(app, '45-migration', target);
  new AppChart(app, '50-app', target);
  if (usesOpenObserve(target)) new ProvisionerChart(app, '60-provisioner', target);
  for (const chart of app.charts) applyClusterOptions(chart, target.options);
  return new Map(
    app.charts.map((chart) => [
      `${chart.node.id}${manifestEnding}`,
      Yaml.stringify(...chart.toJson()),
    ]),
  );
}
