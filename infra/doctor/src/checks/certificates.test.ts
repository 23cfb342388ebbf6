import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SecretKey } from '../snapshot.ts';
import { makeCertificate } from '../testing/certificate.ts';
import { snapshotWith } from '../testing/snapshot.ts';
import { certificates } from './certificates.ts';

const day = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'recipe-book-certificate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const made = makeCertificate(folder, 'tls', 100, '*.kitchen.example');
const certificate = readFileSync(made.certificate, 'utf8');
const end = new X509Certificate(certificate).validToDate.getTime();

/** What is found some days before the end of the certificate. */
function foundBefore(days: number, key: Partial<SecretKey> = {}, host = 'a.kitchen.example') {
  const keys = new Map([['tls.crt', { empty: false, certificate, ...key }]]);
  const snapshot = snapshotWith({
    now: new Date(end - days * day),
    secrets: new Map([['tls', { keys }]]),
    hosts: new Map([['tls', [host]]]),
  });
  return certificates.findings(snapshot).map(({ level, what }) => `${level}: ${what}`);
}

test('one that is valid for long is well', () => {
  expect(foundBefore(31, { keyFits: true })).toEqual([]);
});

test.each([
  [29, /^warning: tls\.crt expires in 29 days, on \d{4}-/],
  [6, /^error: tls\.crt expires in 6 days/],
  [-1, /^error: tls\.crt expired on/],
])('%i days before its end', (days, text) => {
  expect(foundBefore(days)).toEqual([expect.stringMatching(text)]);
});

test('it must name the host, fit its key and be readable', () => {
  expect(foundBefore(50, {}, 'cellar.example')).toEqual([
    'error: tls.crt is not for cellar.example but for DNS:*.kitchen.example',
  ]);
  expect(foundBefore(50, { keyFits: false })).toEqual([
    'error: tls.crt does not belong to the private key beside it',
  ]);
  expect(foundBefore(50, { certificate: 'nothing' })).toEqual([
    'error: tls.crt is no certificate that can be read',
  ]);
});

test('one of tomorrow is not valid yet', () => {
  expect(foundBefore(101)).toEqual([expect.stringMatching(/^error: tls\.crt is not valid before/)]);
});
