import { join } from 'node:path';
import { runProgram } from '@recipe-book/test/programs';

/**
 * Makes a certificate that vouches for itself, and its key, in a folder.
 * @param days for which it is valid from now on.
 * @param host that it is for.
 */
export function makeCertificate(
  folder: string,
  name: string,
  days = 2,
  host = 'localhost',
): { readonly certificate: string; readonly key: string } {
  const certificate = join(folder, `${name}.crt`);
  const key = join(folder, `${name}.key`);
  const { code, output } = runProgram('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
    ...['-days', String(days), '-subj', '/CN=x', '-addext', `subjectAltName=DNS:${host}`],
    ...['-keyout', key, '-out', certificate],
  ]);
  if (code !== 0) throw new Error(`openssl made no certificate: ${output}`);
  return { certificate, key };
}
