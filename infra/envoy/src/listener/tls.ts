import { extension, type JsonObject } from '../json.ts';
import type { TlsFiles } from '../placement.ts';

/** The name under which the listeners ask for the certificate. */
const secretName = 'ingress';

/**
 * The file that tells Envoy where the certificate and its key are (SDS, a DiscoveryResponse). Both are
 * read again, together, when something is moved into a folder of theirs, as Kubernetes does with a Secret
 * and `mv` with a file. A pair that does not fit is refused and the one before is used on.
 */
export function certificateSecret({ certificate, key }: TlsFiles): JsonObject {
  return {
    resources: [
      {
        '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret',
        name: secretName,
        tls_certificate: {
          certificate_chain: { filename: certificate },
          private_key: { filename: key },
        },
      },
    ],
  };
}

/** TLS for connections over TCP. */
export function tlsSocket(files: TlsFiles): JsonObject {
  return extension(
    'envoy.transport_sockets.tls',
    'envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext',
    context(files, ['h2', 'http/1.1']),
  );
}

/** TLS within QUIC, for HTTP/3. */
export function quicSocket(files: TlsFiles): JsonObject {
  return extension(
    'envoy.transport_sockets.quic',
    'envoy.extensions.transport_sockets.quic.v3.QuicDownstreamTransport',
    {
      downstream_tls_context: context(files, ['h3']),
      // What comes before the handshake is over could be sent again by somebody else (RFC 8446, section 8).
      enable_early_data: false,
    },
  );
}

function context({ secretFile }: TlsFiles, protocols: readonly string[]): JsonObject {
  return {
    common_tls_context: {
      tls_params: parameters,
      alpn_protocols: protocols,
      tls_certificate_sds_secret_configs: [
        { name: secretName, sds_config: { path_config_source: { path: secretFile } } },
      ],
    },
  };
}

/**
 * What all browsers of the last years speak, with forward secrecy and authenticated encryption only
 * (RFC 9325, section 4); TLS 1.3 chooses its own ciphers. First the key exchange that a quantum
 * computer does not break either.
 */
const parameters: JsonObject = {
  tls_minimum_protocol_version: 'TLSv1_2',
  tls_maximum_protocol_version: 'TLSv1_3',
  cipher_suites: [
    '[ECDHE-ECDSA-AES128-GCM-SHA256|ECDHE-ECDSA-CHACHA20-POLY1305]',
    '[ECDHE-RSA-AES128-GCM-SHA256|ECDHE-RSA-CHACHA20-POLY1305]',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
  ],
  ecdh_curves: ['X25519MLKEM768', 'X25519', 'P-256'],
};
