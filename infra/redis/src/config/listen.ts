import type { Directive } from './directives.ts';
import type { RedisPlacement, TlsOptions } from './options.ts';

/** Where clients connect; with TLS there is no other way in. */
export function listenDirectives(
  { address, port }: Pick<RedisPlacement, 'address' | 'port'>,
  tls: TlsOptions | undefined,
): Directive[] {
  return [
    ['bind', address, 'Where clients connect.'],
    ...(tls ? tlsDirectives(port, tls) : [['port', String(port)] as const]),
    ['protected-mode', 'no', 'Reachable from pods; the network policy and the password guard it.'],
  ];
}

function tlsDirectives(port: number, tls: TlsOptions): Directive[] {
  return [
    ['port', '0'],
    ['tls-port', String(port)],
    ['tls-cert-file', tls.certFile],
    ['tls-key-file', tls.keyFile],
    ['tls-ca-cert-file', tls.caFile],
    ['tls-auth-clients', tls.clientCertificates ? 'yes' : 'no'],
    ['tls-replication', 'yes', 'Servers and Sentinels speak TLS with each other too.'],
  ];
}
