import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from '../testing/certificate.ts';
import { type Edge, startEdge } from '../testing/edge.ts';
import { get } from '../testing/get.ts';
import { raw } from '../testing/raw.ts';
import { contentSecurityPolicy } from './security-headers.ts';

let folder: string;
let edge: Edge;
let secure: Edge;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headers-'));
  const { certificate, key } = makeCertificate(folder, 'tls');
  const settings = { HSTS_MAX_AGE: '600' };
  edge = await startEdge(settings, {
    answer: ({ url }, response) => {
      if (url === '/page') response.setHeader('content-security-policy', "default-src 'self'");
      if (url === '/away') response.setHeader('referrer-policy', 'no-referrer');
      response.end('ok');
    },
  });
  secure = await startEdge(settings, { tls: { certificate, key } });
});
afterAll(async () => {
  await Promise.all([edge.stop(), secure.stop()]);
  rmSync(folder, { recursive: true });
});

const expected = {
  'content-security-policy': expect.stringContaining("default-src 'none'"),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': expect.stringMatching(/geolocation=\(\).*screen-wake-lock=\(self\)/),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
};

test('answers of the app and of Envoy itself say what browsers shall be careful of', async () => {
  expect((await get(edge.port, '/x')).headers).toMatchObject(expected);
  const large = { method: 'POST', headers: { 'content-length': 2_000_000 } };
  const { status, headers } = await get(edge.port, '/x', large);
  expect(status).toBe(413);
  expect(headers).toMatchObject(expected);
});

test('files that are no documents do not carry what only documents obey', async () => {
  const { headers } = await get(edge.port, '/assets/app.js');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers).not.toHaveProperty('content-security-policy');
  expect(headers).not.toHaveProperty('permissions-policy');
});

test('pages run nothing but our own files, and make no script of a text', async () => {
  const policy = String((await get(edge.port, '/x')).headers['content-security-policy']);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self';");
  expect(policy).toMatch(/require-trusted-types-for 'script'; trusted-types service-worker$/);
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
});

test('what stands in a page runs by its hash alone', () => {
  const plain = contentSecurityPolicy({ scripts: [], styles: [] });
  const policy = contentSecurityPolicy({
    scripts: ['sha256-a='],
    styles: ['sha256-b=', 'sha256-c='],
  });
  expect(policy).toContain("script-src 'self' 'sha256-a=';");
  expect(policy).toContain("style-src 'self' 'sha256-b=' 'sha256-c=';");
  expect(policy.replaceAll(/ 'sha256-.='/g, '')).toBe(plain);
});

test('what the app says itself for a page stays', async () => {
  const { headers } = await get(edge.port, '/page');
  expect(headers['content-security-policy']).toBe("default-src 'self'");
  expect(headers).toMatchObject({ ...expected, 'content-security-policy': expect.any(String) });
  expect((await get(edge.port, '/away')).headers['referrer-policy']).toBe('no-referrer');
});

test('browsers are told to insist on HTTPS by HTTPS alone', async () => {
  expect((await get(edge.port, '/x')).headers).not.toHaveProperty('strict-transport-security');
  const { headers } = await get(secure.port, '/x', { protocol: 'https:' });
  expect(headers).toMatchObject({ ...expected, 'strict-transport-security': 'max-age=600' });
});

test('nothing tells which programs are at work', async () => {
  const telling = /^(server|via|x-powered-by|x-envoy-.*|x-rate-limit-context)$/;
  for (const options of [{}, { method: 'POST', headers: { 'content-length': 2_000_000 } }]) {
    for (const path of ['/x', '/health/live', '/otlp/v1/traces']) {
      const { headers } = await get(edge.port, path, options);
      expect(Object.keys(headers).filter((name) => telling.test(name))).toEqual([]);
    }
  }
  const early = raw(edge.port, `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`);
  await early.closed;
  expect(early.text()).toMatch(/^HTTP\/1\.1 431/);
  expect(early.text()).not.toMatch(/envoy|^server:/im);
});
