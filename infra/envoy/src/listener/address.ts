import type { JsonObject } from '../json.ts';
import type { Endpoint } from '../placement.ts';

/** Where to listen. @param protocol UDP is for QUIC. */
export function socketAddress(
  { address, port }: Endpoint,
  protocol: 'TCP' | 'UDP' = 'TCP',
): JsonObject {
  return { socket_address: { protocol, address, port_value: port } };
}
