import { type JsonObject, seconds } from '../json.ts';
import type { Endpoint, SocketPath } from '../placement.ts';

/**
 * What all clusters share: hosts found by DNS, or one at a path.
 * @param healthPort where the hosts take health checks, when it is another port; on loopback, for one at a path.
 */
export function cluster(
  name: string,
  endpoint: Endpoint | SocketPath,
  rest: JsonObject,
  healthPort?: number,
): JsonObject {
  const address: JsonObject =
    'path' in endpoint
      ? { pipe: { path: endpoint.path } }
      : { socket_address: { address: endpoint.address, port_value: endpoint.port } };
  return {
    name,
    ...('path' in endpoint
      ? { type: 'STATIC' }
      : { type: 'STRICT_DNS', dns_lookup_family: 'V4_PREFERRED' }),
    load_assignment: {
      cluster_name: name,
      endpoints: [
        {
          lb_endpoints: [
            {
              endpoint: {
                address,
                ...(healthPort && { health_check_config: healthCheck(endpoint, healthPort) }),
              },
            },
          ],
        },
      ],
    },
    ...rest,
  };
}

function healthCheck(endpoint: Endpoint | SocketPath, port: number): JsonObject {
  if (!('path' in endpoint)) return { port_value: port };
  return { address: { socket_address: { address: '127.0.0.1', port_value: port } } };
}

/** Options of the connections to a cluster, over HTTP/1.1 or, for gRPC, HTTP/2. */
export function httpProtocol(version: 'http1' | 'http2', idleSeconds: number): JsonObject {
  const options =
    version === 'http1'
      ? { http_protocol_options: {} }
      : // A peer that went away without a word is noticed by unanswered pings.
        {
          http2_protocol_options: {
            connection_keepalive: { interval: seconds(30), timeout: seconds(5) },
          },
        };
  const type = 'envoy.extensions.upstreams.http.v3.HttpProtocolOptions';
  return {
    typed_extension_protocol_options: {
      [type]: {
        '@type': `type.googleapis.com/${type}`,
        common_http_protocol_options: { idle_timeout: seconds(idleSeconds) },
        explicit_http_config: options,
      },
    },
  };
}
