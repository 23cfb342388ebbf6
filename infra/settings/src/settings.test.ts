import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { areas } from './areas/index.ts';
import { loadSettings, SettingsError, withEnvFile, withEnvFileOf } from './settings.ts';

function problemsOf(text: Record<string, string>): readonly string[] {
  try {
    loadSettings(text);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('settings', () => {
  test('need nothing in development', () => {
    const settings = loadSettings({});
    expect(settings.APP_ENV).toBe('development');
    expect(settings.RATE_LIMIT_WINDOW).toBe(900);
    expect(settings.RATE_LIMIT_AUTH_MAX_REQUESTS).toBe(300);
    expect(settings.LOG_MAX_SIZE).toBe(20 * 1024 * 1024);
    expect(settings.OTEL_TRACES_SAMPLER_ARG).toBe(1);
    expect(settings.MONGODB_URI).toBeUndefined();
  });

  test('have other defaults in production', () => {
    const settings = loadSettings({ APP_ENV: 'production' });
    expect(settings.LOG_LEVEL).toBe('info');
    expect(settings.OTEL_TRACES_SAMPLER_ARG).toBe(0.1);
  });

  test('name the variable, its value and what is allowed, for every bad one at once', () => {
    expect(problemsOf({ RATE_LIMIT_WINDOW: '7min', COMPRESSION_LEVEL: '11' })).toEqual([
      'RATE_LIMIT_WINDOW is "7min"; allowed: a length of time that divides an hour or a day, such as 30s, 15min, 6h.',
      'COMPRESSION_LEVEL is "11"; allowed: a whole number from 1 to 9.',
    ]);
    expect(problemsOf({ APP_ENV: 'prod' })).toEqual([
      'APP_ENV is "prod"; allowed: development, staging, production.',
    ]);
  });

  test('never show a secret in an error', () => {
    const [problem] = problemsOf({ MONGODB_URI: 'postgres://u:hunter2@db' });
    expect(problem).toContain('MONGODB_URI');
    expect(problem).not.toContain('hunter2');
  });

  test('refuse combinations that cannot work', () => {
    expect(problemsOf({ DB_CONNECTION_POOL_MIN: '60' })).toEqual([
      'DB_CONNECTION_POOL_MIN is 60; it must not be above DB_CONNECTION_POOL_MAX, which is 50.',
    ]);
    expect(problemsOf({ SENTRY_ENABLED: 'true', SENTRY_TRACES_SAMPLE_RATE: '0.5' })).toEqual([
      'SENTRY_DSN is not set; it is needed while SENTRY_ENABLED is true.',
      'SENTRY_TRACES_SAMPLE_RATE is 0.5; it must be 0, since traces go to the Collector alone.',
    ]);
    expect(problemsOf({ SENTRY_DSN: 'https://sentry.example/1' })[0]).toContain(
      'such as https://key@',
    );
    expect(problemsOf({ REDIS_URL: 'redis://h:6379/3' })[0]).toContain('REDIS_DB');
    expect(problemsOf({ REDIS_URL: 'redis://:a@h', REDIS_PASSWORD: 'b' })[0]).not.toMatch(/\ba\b@/);
    expect(problemsOf({ OTEL_EXPORTER_OTLP_HEADERS: 'x-api-key=abc' })[0]).not.toContain('abc');
    const loopback = { RECIPE_IMPORT_ALLOW_LOOPBACK: 'true' };
    expect(problemsOf({ ...loopback, APP_ENV: 'production' })[0]).toContain('it must be false');
    expect(problemsOf(loopback)).toEqual([]);
    expect(problemsOf({ OPENOBSERVE_URL: 'http://o2:5080' })[0]).toContain('OPENOBSERVE_PASSWORD');
    expect(problemsOf({ OPENOBSERVE_ALERTS_TO: 'slack' })[0]).toContain('OPENOBSERVE_SLACK_URL');
    expect(problemsOf({ OPENOBSERVE_ALERTS_TO: 'fax' })[0]).toContain('webhook, slack, email');
    expect(problemsOf({ OPENOBSERVE_READER_EMAIL: 'a@b.example' })[0]).toContain('READER_PASSWORD');
    expect(problemsOf({ SMTP_URL: 'smtp://mail.example' })).toEqual([
      'MAIL_FROM is not set; it is needed while SMTP_URL is set.',
      'PUBLIC_URL is not set; it is needed while SMTP_URL is set.',
    ]);
    expect(problemsOf({ S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'pictures' })).toEqual([
      'S3_ACCESS_KEY_ID is not set; it is needed while S3_ENDPOINT is set.',
      'S3_SECRET_ACCESS_KEY is not set; it is needed while S3_ENDPOINT is set.',
    ]);
  });

  test('take a certificate and its key together', () => {
    const pair = { TLS_CERT_FILE: '/tls/tls.crt', TLS_KEY_FILE: '/tls/tls.key' };
    expect(problemsOf({ ...pair, ENABLE_HTTP3: 'true' })).toEqual([]);
    expect(problemsOf({ TLS_CERT_FILE: pair.TLS_CERT_FILE })).toEqual([
      'TLS_KEY_FILE is not set; it is needed while TLS_CERT_FILE is set.',
    ]);
    expect(problemsOf({ TLS_KEY_FILE: pair.TLS_KEY_FILE })[0]).toMatch(/^TLS_CERT_FILE is not set/);
    expect(problemsOf({ ENABLE_HTTP3: 'true' })[0]).toMatch(/^TLS_CERT_FILE is not set/);
  });

  test('take exact origins only', () => {
    const origins = (text: string) => loadSettings({ CORS_ORIGINS: text }).CORS_ORIGINS;
    expect(origins('https://a.example, http://localhost:5173')).toEqual([
      'https://a.example',
      'http://localhost:5173',
    ]);
    for (const text of ['*', 'null', 'https://a.example/', 'https://*.example', 'a.example']) {
      expect(problemsOf({ CORS_ORIGINS: `https://ok.example,${text}` })).toHaveLength(1);
    }
  });

  test('take an empty value as not set', () => {
    expect(loadSettings({ REDIS_PASSWORD: '', LOG_LEVEL: '' }).LOG_LEVEL).toBe('debug');
  });

  test('are read from a .env file, below the environment', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'settings-')), '.env');
    writeFileSync(path, 'LOG_LEVEL=warn\nREDIS_DB=3\n');
    const settings = loadSettings(withEnvFile({ LOG_LEVEL: 'error' }, path));
    expect(settings.LOG_LEVEL).toBe('error');
    expect(settings.REDIS_DB).toBe(3);
    expect(withEnvFile({}, '/nowhere/.env')).toEqual({});
    expect(withEnvFileOf('development', {}, path)).toEqual({ LOG_LEVEL: 'warn', REDIS_DB: '3' });
    expect(withEnvFileOf('production', { LOG_LEVEL: 'error' }, path)).toEqual({
      LOG_LEVEL: 'error',
    });
  });

  test('are either usable or refused by name, whatever stands in a variable', () => {
    const names = Object.values(areas).flatMap((area) => Object.keys(area));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ unit: 'binary' }), (name, text) => {
        const problems = problemsOf({ [name]: text });
        expect(problems.every((problem) => problem.includes(name))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['5s', '90s', '20min', '7min', '1h', '8h', '1d'])('%s is a window or not', (window) => {
    const divides = !['7min'].includes(window);
    expect(problemsOf({ RATE_LIMIT_WINDOW: window })).toHaveLength(divides ? 0 : 1);
  });
});

test('reads of the database go to its primary', () => {
  const withPreference = (option: string) => ({ MONGODB_URI: `mongodb://db/recipes?${option}` });
  expect(() => loadSettings(withPreference('readPreference=primary'))).not.toThrow();
  for (const option of ['readPreference=nearest', 'w=1&readpreference=secondaryPreferred']) {
    expect(() => loadSettings(withPreference(option))).toThrow('MONGODB_URI has a readPreference');
  }
});
