import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from '@recipe-book/local';
import type { EdgePorts } from './stack.ts';

/** Programs whose work is measured. */
export type MeasuredPart =
  | 'envoy'
  | 'envoy-without-limits'
  | 'ratelimit'
  | 'redis'
  | 'app'
  | 'limiting-app';

const smallApp = join(import.meta.dirname, 'small-app.ts');

/** The parts of a usual stack, without the database, and with what they are measured against. */
export function edgeParts(usual: readonly Part[], ports: EdgePorts, redisUrl: string): Part[] {
  const named = (name: string) => {
    const part = usual.find((one) => one.name === name);
    if (!part) throw new Error(`There is no part "${name}" any more.`);
    return part;
  };
  const { SOCKET_PATH } = named('app').env;
  return [
    ...['redis', 'ratelimit', 'collector', 'envoy'].map(named),
    withoutLimits(named('envoy'), ports.envoy),
    // Where Envoy finds Recipe Book.
    { ...app('app', { PORT: String(ports.app), SOCKET_PATH }), after: ['collector'] },
    {
      ...app('limiting-app', { PORT: String(ports.limitingApp), REDIS_URL: redisUrl }),
      after: ['redis'],
    },
  ];
}

function app(name: MeasuredPart, env: Part['env']): Part {
  const ready = { http: `http://127.0.0.1:${env['PORT']}/health/ready` };
  const inProduction = { ...env, NODE_ENV: 'production' };
  return { name, command: process.execPath, args: [smallApp], env: inProduction, ready };
}

/** The same Envoy with the same config, but for the filters that limit rates and write the headers. */
function withoutLimits(envoy: Part, ingressPort: number): Part {
  const [flag = '', config = '', ...more] = envoy.args;
  const listens = envoy.ports?.map(({ port }) => port) ?? [];
  const move = ingressPort - Math.min(...listens);
  const bootstrap = JSON.parse(readFileSync(config, 'utf8'), (key, value) => {
    if (key === 'http_filters') return value.filter(({ name }: { name: string }) => !isLimit(name));
    return listens.includes(value) ? value + move : value;
  });
  const changed = config.replace(/\.json$/, '-without-limits.json');
  writeFileSync(changed, JSON.stringify(bootstrap));
  return {
    ...envoy,
    name: 'envoy-without-limits',
    args: [flag, changed, ...more],
    ports: listens.map((port) => ({ port: port + move, what: 'Envoy without limits' })),
    ready: { http: `http://127.0.0.1:${ingressPort}/health/ready` },
  };
}

function isLimit(filter: string): boolean {
  return /rate.?limit|shed/.test(filter);
}
