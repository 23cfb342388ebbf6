import { mkdirSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { areas, type Variable } from '@recipe-book/settings';
import { hasOwnRedis } from '../own-redis.ts';
import { root } from '../paths.ts';
import { appSocket } from '../placements.ts';
import { instancePorts, loopback } from '../ports.ts';
import { scheme } from '../scheme.ts';
import type { StackInput } from '../stack-input.ts';
import type { Part } from '../supervisor/index.ts';
import { webRoot } from '../web-build.ts';
import { embeddedMongodbUri } from './mongodb.ts';
import { instanceName, sharedNames } from './names.ts';

/** Settings of the app that a local stack decides; the rest is passed on as it was given. */
export function appEnvironment(
  { settings, text, paths, placements }: StackInput,
  instance: number,
) {
  const ports = instancePorts(settings.INGRESS_PORT, instance);
  return {
    ...forApp(text),
    APP_ENV: settings.APP_ENV,
    NODE_ENV: settings.APP_ENV === 'development' ? 'development' : 'production',
    SOCKET_PATH: appSocket(paths, instance),
    MONGODB_URI: settings.MONGODB_URI ?? embeddedMongodbUri(settings.INGRESS_PORT),
    ...(hasOwnRedis(text) && { REDIS_URL: `redis://${loopback}:${placements.redis.port}` }),
    JWT_PRIVATE_KEY_FILE: signingKeyPath(text, paths.keys),
    WEB_ROOT: text['WEB_ROOT'] || webRoot,
    ...logFolder(text['LOG_FILE_PATH'], instance),
    MAIL_OUTBOX: text['MAIL_OUTBOX'] || join(paths.state, 'outbox'),
    INGRESS_PORT: String(settings.INGRESS_PORT),
    ...(scheme(settings) === 'https' && {
      PUBLIC_URL: text['PUBLIC_URL'] || `https://localhost:${settings.INGRESS_PORT}`,
    }),
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://${loopback}:${ports.otlpGrpc}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
    // They are for the backend behind the Collector, and hold a password.
    OTEL_EXPORTER_OTLP_HEADERS: '',
    OTEL_RESOURCE_ATTRIBUTES: `service.instance.id=${instanceName('app', instance)}`,
  };
}

/** What the app reads, and what any program needs: the passwords of others are not for it. */
function forApp(text: StackInput['text']): StackInput['text'] {
  const names = Object.values(areas).flatMap((area) =>
    Object.entries<Variable>(area).flatMap(([name, { readers }]) =>
      readers.includes('app') ? [name] : [],
    ),
  );
  const wanted = new Set([
    ...names,
    'PATH',
    'HOME',
    'LANG',
    'TZ',
    'NODE_OPTIONS',
    'NODE_EXTRA_CA_CERTS',
  ]);
  return Object.fromEntries(Object.entries(text).filter(([name]) => wanted.has(name)));
}

/** Two that rotate the same file lose lines. */
function logFolder(folder: string | undefined, instance: number) {
  if (!folder || instance === 0) return {};
  return { LOG_FILE_PATH: join(folder, instanceName('app', instance)) };
}

export function signingKeyPath(text: StackInput['text'], keys: string): string {
  return text['JWT_PRIVATE_KEY_FILE'] || join(keys, 'jwt.pem');
}

/** The app of one instance. */
export function appPart(input: StackInput, instance: number): Part {
  const { settings, text } = input;
  const socketPath = appSocket(input.paths, instance);
  mkdirSync(input.paths.sockets, { recursive: true, mode: 0o700 });
  return {
    name: instanceName('app', instance),
    command: process.execPath,
    args: ['--import', './app/src/telemetry/register.ts', 'app/src/main.ts'],
    cwd: root,
    env: appEnvironment(input, instance),
    after: [
      ...(hasOwnRedis(text) ? [sharedNames.redis] : []),
      ...(text['MONGODB_URI'] ? [] : [sharedNames.mongodb]),
      instanceName('collector', instance),
    ],
    ready: () => answersReady(socketPath),
    // When the machine is busy the ratelimit service must still answer in time, or Envoy lets pass.
    niceness: 10,
    stopTimeoutMs: settings.SHUTDOWN_DRAIN_DELAY + settings.SHUTDOWN_TIMEOUT + 5000,
  };
}

function answersReady(socketPath: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const request = get({ socketPath, path: '/health/ready', agent: false, timeout: 1000 });
  request.once('response', (response) => {
    response.resume();
    resolve(response.statusCode === 200);
  });
  request.once('timeout', () => request.destroy());
  request.once('error', () => resolve(false));
  return promise;
}
