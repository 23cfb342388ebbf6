import { passwordFile } from './own-openobserve.ts';
import { hasOwnRedis } from './own-redis.ts';
import { instancePorts, sharedPorts } from './ports.ts';
import { scheme } from './scheme.ts';
import type { StackInput } from './stack-input.ts';

/** What a person may want to open, as rows of name and address. */
export function addresses(input: StackInput): [string, string][] {
  const { settings, text, paths } = input;
  const base = settings.INGRESS_PORT;
  const shared = sharedPorts(base);
  const rows: [string, string][] = [];
  for (let instance = 0; instance < settings.INSTANCES; instance++) {
    const ports = instancePorts(base, instance);
    const suffix = settings.INSTANCES > 1 ? ` ${instance + 1}` : '';
    rows.push(
      [`Recipe Book${suffix}`, `${scheme(settings)}://localhost:${ports.ingress}`],
      [`API reference${suffix}`, `${scheme(settings)}://localhost:${ports.ingress}/api/docs`],
      [
        `API description${suffix}`,
        `${scheme(settings)}://localhost:${ports.ingress}/api/openapi.json`,
      ],
      [`Envoy admin${suffix}`, `http://localhost:${ports.envoyAdmin}`],
    );
  }
  rows.push([
    'MongoDB',
    text['MONGODB_URI']
      ? 'as MONGODB_URI says'
      : `mongodb://localhost:${shared.mongodb}/recipe-book`,
  ]);
  rows.push([
    'Redis',
    hasOwnRedis(text)
      ? `redis://localhost:${shared.redis}`
      : `as ${text['REDIS_URL'] ? 'REDIS_URL' : 'REDIS_NODES'} says`,
  ]);
  rows.push(['ratelimit', `grpc://localhost:${shared.ratelimitGrpc}`]);
  rows.push(backend(input));
  rows.push(['State', paths.state]);
  return rows;
}

/** Where telemetry is to be seen. */
function backend({ settings, paths, ownOpenObserve }: StackInput): [string, string] {
  const { OPENOBSERVE_URL: url, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = settings;
  if (ownOpenObserve) {
    const { OPENOBSERVE_USERNAME: user } = ownOpenObserve;
    return ['OpenObserve', `${url}, sign in as ${user}, password in ${passwordFile(paths)}`];
  }
  const where =
    endpoint ??
    url ??
    'in files, since there is neither OPENOBSERVE_URL nor an openobserve: make logs, make traces';
  return ['Telemetry', where];
}
