import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@recipe-book/settings';
import express from 'express';
import supertest from 'supertest';
import { version } from '../version.ts';
import { frontEnd } from './static.ts';

const root = mkdtempSync(join(tmpdir(), 'recipe-book-web-'));
writeFileSync(join(root, 'index.html'), '');

function settingsFor(text: Record<string, string>) {
  const app = express().use(frontEnd(root, loadSettings(text)));
  return supertest(app).get('/web-settings.json').set('Accept', '*/*').expect(200);
}

const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4317' };

test('the front end learns where it runs, anew each time', async () => {
  const { body, headers } = await settingsFor({ ...collector, APP_ENV: 'staging' });
  expect(body).toEqual({ version, environment: 'staging', telemetry: true });
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['content-type']).toMatch('application/json');
});

test('and whether to report errors, but not where they go in the end', async () => {
  const dsn = { SENTRY_DSN: 'https://k3y@sentry.example/1', SENTRY_ENVIRONMENT: 'lab' };
  const { text, body } = await settingsFor({ ...dsn, SENTRY_ENABLED: 'true' });
  expect(body.sentry).toEqual({ environment: 'lab' });
  expect(text).not.toMatch(/k3y|sentry\.example/);
  expect((await settingsFor(dsn)).body).not.toHaveProperty('sentry');
});

test.each([
  ['no Collector', {}],
  ['WEB_TELEMETRY=false', { ...collector, WEB_TELEMETRY: 'false' }],
])('with %s it is told to send no telemetry', async (_what, text) => {
  expect((await settingsFor(text)).body.telemetry).toBe(false);
});
