import { z } from 'zod';
import { asEnvoyPassesOn, type SignedInHeaders } from './app.ts';
import { type AppProcess, eventually, startAppProcess } from './app-process.ts';
import { startDatabase, type TestDatabase } from './database.ts';
import { type OtlpReceiver, startOtlpReceiver } from './otlp-receiver.ts';
import { startRedis, type TestRedis } from './redis.ts';

/** A process of the app that sends its telemetry to a receiver, and somebody who is signed in. */
export interface TracedApp {
  readonly receiver: OtlpReceiver;
  readonly app: AppProcess;
  readonly database: TestDatabase;
  readonly redis: TestRedis;
  readonly userId: string;
  readonly user: SignedInHeaders;
  /** Sends JSON as the signed-in user. */
  send(method: string, path: string, body?: unknown, headers?: object): Promise<Response>;
  /** Ends the app. That flushes everything, so that nothing has to be waited for. */
  end(): Promise<void>;
  stop(): Promise<void>;
}

/** @param text settings */
export async function startTracedApp(text: Record<string, string> = {}): Promise<TracedApp> {
  const [database, redis, receiver] = await Promise.all([
    startDatabase(),
    startRedis(),
    startOtlpReceiver(),
  ]);
  const app = await startAppProcess({
    MONGODB_URI: database.uri,
    REDIS_URL: redis.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    ...text,
  });
  await eventually(
    () => fetch(`${app.url}/health/ready`),
    ({ ok }) => ok,
  );
  const { accessToken, user } = z
    .object({ accessToken: z.string(), user: z.object({ id: z.string() }) })
    .parse(await (await register(app)).json());
  const headers = asEnvoyPassesOn(accessToken);
  return {
    receiver,
    app,
    database,
    redis,
    userId: user.id,
    user: headers,
    send: (method, path, body, more) =>
      fetch(`${app.url}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers, ...more },
        ...(body !== undefined && {
          body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
        }),
      }),
    async end() {
      app.program.signal('SIGTERM');
      await app.program.ended;
    },
    async stop() {
      await app.program.stop();
      receiver.stop();
      await Promise.all([database.stop(), redis.stop()]);
    },
  };
}

function register({ url }: AppProcess): Promise<Response> {
  return fetch(`${url}/api/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'a@example.com', password: 'correct horse', name: 'A' }),
  });
}
