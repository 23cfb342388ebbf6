import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '@recipe-book/test/programs';

/** A certificate that vouches for itself, for localhost. */
export interface TestCertificate {
  readonly certificate: string;
  readonly key: string;
  /** What a TLS client sees as its serial number. */
  readonly serial: string;
}

/** Makes `NAME.crt` and `NAME.key` in a folder. */
export function makeCertificate(folder: string, name: string): TestCertificate {
  const certificate = join(folder, `${name}.crt`);
  const key = join(folder, `${name}.key`);
  const { code, output } = runProgram('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
    ...['-days', '2', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ...['-keyout', key, '-out', certificate],
  ]);
  if (code !== 0) throw new Error(`openssl made no certificate: ${output}`);
  return { certificate, key, serial: new X509Certificate(readFileSync(certificate)).serialNumber };
}
