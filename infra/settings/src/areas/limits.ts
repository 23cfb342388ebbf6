import {
  duration,
  durationAllowed,
  fileSize,
  fileSizeAllowed,
  integer,
  integerAllowed,
} from '../types.ts';
import { variables } from '../variable.ts';

/** How long clients may take, how many there may be, and how much memory Envoy may fill for them. */
export const limitVariables = variables({
  REQUEST_HEADERS_TIMEOUT: {
    schema: duration,
    default: '10s',
    allowed: durationAllowed,
    readers: ['envoy'],
    effect:
      'How long the headers of a request may take to arrive, and a TLS handshake; then the connection is closed.',
  },
  REQUEST_TIMEOUT: {
    schema: duration,
    default: '5min',
    allowed: durationAllowed,
    readers: ['envoy'],
    effect:
      'How long a whole request may take to arrive; more is answered 408. Long enough for a large import over a slow line.',
  },
  STREAM_IDLE_TIMEOUT: {
    schema: duration,
    default: '60s',
    allowed: durationAllowed,
    readers: ['envoy'],
    effect:
      'How long a request or its answer may stand still, because the client neither sends nor reads; then it is ended.',
  },
  CONNECTION_IDLE_TIMEOUT: {
    schema: duration,
    default: '5min',
    allowed: durationAllowed,
    readers: ['envoy'],
    effect: 'How long a connection of a client stays open without a request.',
  },
  MAX_CONNECTIONS: {
    schema: integer(1, 1_000_000),
    default: '2000',
    allowed: integerAllowed(1, 1_000_000),
    readers: ['envoy'],
    effect: 'Connections of clients to one Envoy; one more is closed at once.',
  },
  ENVOY_MEMORY_LIMIT: {
    schema: fileSize,
    default: { development: '192m', staging: '192m', production: '256m' },
    allowed: fileSizeAllowed,
    readers: ['envoy', 'synth'],
    effect:
      'Memory of one Envoy: near to it Envoy refuses new requests and lets go of what needs much. Its container may use a third more, for what comes faster than Envoy refuses it.',
  },
});
