import { hasOwnRedis } from './own-redis.ts';
import { instancePorts, sharedPorts } from './ports.ts';
import { scheme } from './scheme.ts';
import type { StackInput } from './stack-input.ts';

/** What a person may want to open, as rows of name and address. */
export function addresses({ settings, text, paths }: StackInput): [string, string][] {
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
  rows.push([
    'Telemetry',
    settings.OPENOBSERVE_URL ?? 'in files, OPENOBSERVE_URL is not set: make logs, make traces',
  ]);
  rows.push(['State', paths.state]);
  return rows;
}
