import { z } from 'zod';
import {
  flag,
  flagAllowed,
  integer,
  integerAllowed,
  listOf,
  origin,
  originAllowed,
} from '../types.ts';
import { variables } from '../variable.ts';

/** How clients connect, and which pages of other sites may. */
export const ingressVariables = variables({
  TLS_CERT_FILE: {
    schema: z.string().min(1),
    allowed: 'the path of a PEM file',
    readers: ['make'],
    effect:
      'Certificate for clients, with those that vouch for it. With it and TLS_KEY_FILE, Envoy takes HTTPS instead of HTTP; a renewed pair that is moved into their place is used at once. In Kubernetes a Secret takes its place.',
  },
  TLS_KEY_FILE: {
    schema: z.string().min(1),
    allowed: 'the path of a PEM file',
    readers: ['make'],
    effect: 'Private key of that certificate.',
  },
  ENABLE_HTTP3: {
    schema: flag,
    default: 'false',
    allowed: flagAllowed,
    readers: ['envoy', 'synth'],
    effect: 'Whether Envoy also takes HTTP/3, on the same port of UDP. It needs TLS.',
  },
  HSTS_MAX_AGE: {
    schema: integer(0, 63_072_000),
    default: { development: '0', staging: '86400', production: '31536000' },
    allowed: `${integerAllowed(0, 63_072_000)}, in seconds`,
    readers: ['envoy'],
    effect:
      'How long browsers that came by HTTPS shall use nothing else for this host (`Strict-Transport-Security`). 0 leaves it out, as for localhost, where it would hold for every program.',
  },
  CORS_ORIGINS: {
    schema: listOf(origin),
    allowed: `${originAllowed}, several parted by commas`,
    readers: ['envoy', 'app'],
    effect: 'Sites whose pages may use the API, with access tokens and without cookies.',
  },
  WEBSOCKET_PATHS: {
    schema: listOf(z.string().regex(/^\/[\w./~-]*$/)),
    allowed: 'paths that begin with /, parted by commas',
    readers: ['envoy'],
    effect: 'Paths at which the app takes WebSockets; at all others they are answered 403.',
  },
});
