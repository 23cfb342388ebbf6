import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment, loadSettings } from '@recipe-book/settings';
import { expectGoldenJson } from '@recipe-book/test/golden';
import { runProgram } from '@recipe-book/test/programs';
import { backendAuthorization } from './authorization.ts';
import { collectorConfig } from './config.ts';
import { keptShare } from './pipeline/sampling.ts';

const placement = {
  address: '127.0.0.1',
  grpcPort: 4317,
  httpPort: 4318,
  webPort: 4319,
  healthAddress: '127.0.0.1',
  healthPort: 13_133,
  filesDir: '/telemetry',
  queueDir: '/queue',
};
const backend = {
  OPENOBSERVE_URL: 'http://openobserve:5080/',
  OPENOBSERVE_PASSWORD: 'canary-secret',
};

function validate(config: object) {
  const folder = mkdtempSync(join(tmpdir(), 'otelcol-'));
  try {
    const path = join(folder, 'config.json');
    writeFileSync(path, JSON.stringify(config));
    return runProgram('otelcol', ['validate', '--config', path], { TELEMETRY_AUTHORIZATION: 'x' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the Collector configuration', () => {
  test.each<[string, Environment, Record<string, string>]>([
    ['development', 'development', {}],
    ['development-openobserve', 'development', backend],
    ['staging', 'staging', backend],
    ['production', 'production', backend],
    ['production-without-backend', 'production', {}],
  ])('%s is the reviewed one, and the Collector takes it', (name, environment, text) => {
    const config = collectorConfig(loadSettings({ ...text, APP_ENV: environment }), placement);
    expectGoldenJson(join(import.meta.dirname, '../golden', `${name}.json`), config);
    expect(validate(config)).toMatchObject({ code: 0 });
    expect(JSON.stringify(config)).not.toContain('canary');
  });

  test('beside a ratelimit service is the reviewed one, and the Collector takes it', () => {
    const config = collectorConfig(loadSettings({ ...backend, APP_ENV: 'production' }), {
      ...placement,
      statsd: { port: 8125, service: 'recipe-book-ratelimit' },
    });
    expectGoldenJson(join(import.meta.dirname, '../golden/beside-ratelimit.json'), config);
    expect(validate(config)).toMatchObject({ code: 0 });
  });

  test('is refused by the Collector when it is wrong', () => {
    const config = collectorConfig(loadSettings({}), placement);
    expect(validate({ ...config, processors: {} }).code).not.toBe(0);
  });

  test('sends to another OTLP backend when one is named', () => {
    const settings = loadSettings({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otlp.example.org',
      OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Bearer%20abc',
    });
    expect(JSON.stringify(collectorConfig(settings, placement))).toContain(
      'https://otlp.example.org',
    );
    expect(backendAuthorization(settings)).toBe('Bearer abc');
  });
});

describe('the share of ordinary traces that is kept', () => {
  test.each([
    [{}, 1],
    [{ APP_ENV: 'production' }, 0.1],
    [{ OTEL_TRACES_SAMPLER: 'always_off' }, 0],
    [{ OTEL_TRACES_SAMPLER: 'parentbased_always_on', OTEL_TRACES_SAMPLER_ARG: '0.2' }, 1],
    [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.2' }, 0.2],
  ])('with %o is %d', (text, share) => {
    expect(keptShare(loadSettings(text))).toBe(share);
  });
});

test('OpenObserve gets HTTP Basic credentials', () => {
  expect(backendAuthorization(loadSettings(backend))).toBe(
    `Basic ${Buffer.from('admin@example.com:canary-secret').toString('base64')}`,
  );
  expect(backendAuthorization(loadSettings({}))).toBeUndefined();
});
