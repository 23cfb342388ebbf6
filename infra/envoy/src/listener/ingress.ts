import type { Settings } from '@recipe-book/settings';
import { bufferLimit } from '../buffer-limit.ts';
import { type JsonObject, seconds } from '../json.ts';
import { ingressStats } from '../names.ts';
import type { EnvoyPlacement } from '../placement.ts';
import type { Product } from '../product.ts';
import { socketAddress } from './address.ts';
import { connectionManager } from './connection-manager.ts';
import { streams } from './limits.ts';
import { quicSocket, tlsSocket } from './tls.ts';

/** Where clients connect: HTTP/1.1 and HTTP/2 on one port, and HTTP/3 on the same port of UDP when that is wanted. */
export function ingressListeners(
  settings: Settings,
  placement: EnvoyPlacement,
  product: Product,
): JsonObject[] {
  const { ingress, tls } = placement;
  const http = (codec: 'AUTO' | 'HTTP3') => connectionManager(settings, placement, product, codec);
  const tcp: JsonObject = {
    name: 'ingress',
    stat_prefix: ingressStats,
    address: socketAddress(ingress),
    per_connection_buffer_limit_bytes: bufferLimit,
    filter_chains: [
      {
        filters: [http('AUTO')],
        ...(tls && {
          transport_socket: tlsSocket(tls),
          transport_socket_connect_timeout: seconds(settings.REQUEST_HEADERS_TIMEOUT),
        }),
      },
    ],
  };
  if (tls === undefined || !settings.ENABLE_HTTP3) return [tcp];
  const udp: JsonObject = {
    name: 'ingress-http3',
    address: socketAddress(ingress, 'UDP'),
    per_connection_buffer_limit_bytes: bufferLimit,
    udp_listener_config: {
      quic_options: { quic_protocol_options: streams },
      downstream_socket_config: { prefer_gro: true },
    },
    filter_chains: [{ filters: [http('HTTP3')], transport_socket: quicSocket(tls) }],
  };
  return [tcp, udp];
}
