import { readFileSync } from 'node:fs';
import type { RedisClientOptions } from 'redis';
import type { TlsOptions } from '../config/options.ts';
import type { Certificate, TestAuthority } from './certificates.ts';

/** All servers of a test share one certificate, for the loopback address. */
export function serverTls(authority: TestAuthority, clientCertificates = false): TlsOptions {
  const certificate = authority.issue('server', 'IP:127.0.0.1');
  return { ...certificate, caFile: authority.caFile, clientCertificates };
}

/** How an operator connects. */
export function clientTls(
  authority: TestAuthority | undefined,
  client?: Certificate,
): RedisClientOptions {
  if (!authority) return {};
  return {
    socket: {
      tls: true,
      host: '127.0.0.1',
      ca: readFileSync(authority.caFile),
      ...(client && { cert: readFileSync(client.certFile), key: readFileSync(client.keyFile) }),
    },
  };
}

/** Settings of a program that reaches several servers by TLS. */
export function tlsSettings(authority: TestAuthority | undefined): Record<string, string> {
  return authority ? { REDIS_TLS: 'true', REDIS_TLS_CA_FILE: authority.caFile } : {};
}
