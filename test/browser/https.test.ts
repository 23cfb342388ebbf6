import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { makeCertificate } from '../../infra/envoy/src/testing/certificate.ts';
import { chromiumPath } from '../harness/chromium.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';
import { freeIngressPort } from '../harness/ports.ts';
import { make } from '../harness/stack.ts';

let folder: string;
let stack: OwnStack;
let files: { TLS_CERT_FILE: string; TLS_KEY_FILE: string };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recipe-book-https-'));
  const { certificate, key } = makeCertificate(folder, 'tls');
  files = { TLS_CERT_FILE: certificate, TLS_KEY_FILE: key };
  stack = await ownStack({ ...files, ENABLE_HTTP3: 'true', HSTS_MAX_AGE: '60' });
}, 60_000);
afterAll(() => {
  stack?.stop();
  rmSync(folder, { recursive: true });
});

/** Which protocol a browser speaks with the front end, and whether a form of it works there. */
async function visit(...args: string[]) {
  const { publicKey } = new X509Certificate(readFileSync(files.TLS_CERT_FILE));
  const spki = createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' }));
  const profile = mkdtempSync(join(folder, 'profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
      '--host-resolver-rules=MAP localhost 127.0.0.1',
      `--ignore-certificate-errors-spki-list=${spki.digest('base64')}`,
      ...args,
    ],
  });
  try {
    const page = await context.newPage();
    const response = await page.goto(`https://localhost:${stack.port}/recipes`);
    await page.getByLabel('Email').fill('demo@example.com');
    await page.getByLabel('Password', { exact: true }).fill('recipe-book-demo');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: /Shakshuka/ }).waitFor();
    const protocol = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation');
      return (navigation as PerformanceNavigationTiming).nextHopProtocol;
    });
    return { protocol, headers: await response?.allHeaders() };
  } finally {
    await context.close();
  }
}

test('with a certificate make up serves HTTPS, by HTTP/2 and by HTTP/3', async () => {
  const tcp = await visit('--disable-quic');
  expect(tcp.protocol).toBe('h2');
  expect(tcp.headers).toMatchObject({
    'alt-svc': `h3=":${stack.port}"; ma=86400`,
    'strict-transport-security': 'max-age=60',
  });
  const udp = await visit('--enable-quic', `--origin-to-force-quic-on=localhost:${stack.port}`);
  expect(udp.protocol).toBe('h3');
}, 60_000);

test.each([
  ['there is no such file', { TLS_KEY_FILE: 'missing.key' }],
  ['it holds no private key', { TLS_KEY_FILE: 'tls.crt' }],
  ['is not the key of the certificate', { TLS_KEY_FILE: 'other.key' }],
])(
  'make up says that %s',
  async (sentence, { TLS_KEY_FILE }) => {
    makeCertificate(folder, 'other');
    const { status, output } = make('up', {
      ...{ DETACH: '1', INGRESS_PORT: String(await freeIngressPort()), STATE_DIR: folder },
      ...{ TLS_CERT_FILE: files.TLS_CERT_FILE, TLS_KEY_FILE: join(folder, TLS_KEY_FILE) },
    });
    expect(status).not.toBe(0);
    expect(output).toContain(sentence);
    expect(output).not.toContain('    at ');
  },
  60_000,
);
