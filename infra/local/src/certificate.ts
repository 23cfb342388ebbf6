import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TlsFiles } from '@recipe-book/envoy';
import { SettingsError } from '@recipe-book/settings';

/**
 * Looks at the certificate before Envoy does, which would wait for a better one without a word.
 * @throws SettingsError when it or its key cannot be used.
 */
export function checkCertificate(files: TlsFiles | undefined): void {
  if (files === undefined) return;
  const certificate = read('TLS_CERT_FILE', files.certificate, 'a certificate', (pem) => {
    return new X509Certificate(pem);
  });
  const key = read('TLS_KEY_FILE', files.key, 'a private key', createPrivateKey);
  if (certificate.checkPrivateKey(key)) return;
  throw new SettingsError([
    'TLS_KEY_FILE is not the key of the certificate in TLS_CERT_FILE; name the two that belong together.',
  ]);
}

function read<T>(name: string, path: string, what: string, parse: (pem: Buffer) => T): T {
  let pem: Buffer;
  try {
    pem = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new SettingsError([`${name} is "${path}"; ${why}.`]);
  }
  try {
    return parse(pem);
  } catch {
    throw new SettingsError([`${name} is "${path}"; it holds no ${what.slice(2)} in PEM.`]);
  }
}
