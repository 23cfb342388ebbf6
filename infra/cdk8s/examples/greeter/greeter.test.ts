import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { envoyBootstrap, envoyRoutes, rateLimitConfig } from '@recipe-book/envoy';
import { expectGolden } from '@recipe-book/test/golden';
import { until } from '@recipe-book/test/until';
import { checkLimits, validateEnvoy } from '../../../envoy/src/testing/validate.ts';
import { greeter, greeterPlacements, greeterSettings } from './chart.ts';
import { greeterManifest } from './manifest.ts';
import { greeterPolicies } from './policies.ts';

test('its manifests are as reviewed', () => {
  expectGolden(join(import.meta.dirname, 'golden.k8s.yaml'), greeterManifest());
});

test('Envoy and the ratelimit service take its configs, in which nothing is of Recipe Book', () => {
  const bootstrap = envoyBootstrap(greeterSettings, greeterPlacements.envoy, greeter);
  const routes = envoyRoutes(greeterSettings, greeterPolicies, greeter);
  const limits = rateLimitConfig(greeterPolicies, greeter);
  expect(validateEnvoy(bootstrap, routes)).toMatchObject({ code: 0 });
  expect(checkLimits(limits)).toMatchObject({ code: 0 });
  const all = JSON.stringify([bootstrap, routes, limits]);
  expect(all).not.toMatch(/recipes|jwt_authn\.v3|shopping/);
});

test('a limit by user is refused, since nobody signs in', () => {
  const [policy] = greeterPolicies.map((one) => ({ ...one, client: { by: 'user' } as const }));
  expect(() => envoyRoutes(greeterSettings, policy ? [policy] : [], greeter)).toThrow(
    'Policy "greetings": it reads access tokens, and greeter has none.',
  );
});

test('the app greets, and goes on while it ends until its drain delay is over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'greeter-'));
  const socketPath = join(folder, 'app.sock');
  const app = spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], {
    env: { ...process.env, SOCKET_PATH: socketPath, SHUTDOWN_DRAIN_DELAY: '1000' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(app, 'exit');
  const get = async (path: string) => {
    const asked = request({ socketPath, path, agent: false }).end();
    const [response] = await once(asked, 'response');
    return { status: response.statusCode, body: await text(response) };
  };
  const ready = () => get('/health/ready').then(({ status }) => status);
  try {
    await until('it listens', 10, () =>
      ready().then(
        (status) => status === 200,
        () => false,
      ),
    );
    expect(await get('/greetings/Ada')).toEqual({ status: 200, body: 'Hello, Ada!\n' });
    expect(await get('/')).toMatchObject({ status: 404 });
    app.kill('SIGTERM');
    await until('it is not ready', 10, async () => (await ready()) === 503);
    expect(await get('/health/live')).toMatchObject({ status: 200 });
    expect(await get('/greetings/Bob')).toMatchObject({ status: 200 });
    expect(await ended).toEqual([0, null]);
  } finally {
    app.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  }
});
