import { z } from 'zod';
import { flag, flagAllowed, integer, integerAllowed } from '../types.ts';
import { variables } from '../variable.ts';

/** What Envoy does besides rate limiting (REQ-018 FR-018-5, TR-018-3). */
export const edgeVariables = variables({
  INGRESS_PORT: {
    schema: integer(1024, 60_000),
    default: '8080',
    allowed: integerAllowed(1024, 60_000),
    readers: ['app', 'make', 'synth'],
    effect:
      'Port for clients. Locally the n-th further instance adds 100·n, and every other port follows from it.',
  },
  TRUSTED_PROXY_HOPS: {
    schema: integer(0, 10),
    default: '0',
    allowed: integerAllowed(0, 10),
    readers: ['envoy'],
    effect: 'Proxies in front of Envoy whose X-Forwarded-For entries are believed.',
  },
  API_KEYS_FILE: {
    schema: z.string().min(1),
    allowed: 'the path of a JSON file',
    readers: ['envoy', 'make', 'synth'],
    effect:
      'API keys for policies that count by them: `{"client": ["key", ...]}`. Clients send theirs as `X-API-Key`; keys that nobody has are answered 401. Set for the manifests, it makes Envoy take `api-keys.json` from the Secret, as `make api-keys` prints it.',
  },
  ENABLE_COMPRESSION: {
    schema: flag,
    default: 'true',
    allowed: flagAllowed,
    readers: ['envoy'],
    effect:
      'Whether Envoy compresses JSON and text above 1 KB. The scripts and styles of the front end are compressed by its build.',
  },
  COMPRESSION_LEVEL: {
    schema: integer(1, 9),
    default: '6',
    allowed: integerAllowed(1, 9),
    readers: ['envoy'],
    effect: 'gzip level.',
  },
  MAX_BODY_SIZE: {
    schema: integer(1024, 67_108_864),
    default: '1048576',
    allowed: `${integerAllowed(1024, 67_108_864)}, in bytes`,
    readers: ['envoy', 'app'],
    effect:
      'Largest request body, in bytes, of everything but pages, pictures and imports; more is answered 413.',
  },
  MAX_PAGE_SIZE: {
    schema: integer(1024, 67_108_864),
    default: '6291456',
    allowed: `${integerAllowed(1024, 67_108_864)}, in bytes`,
    readers: ['envoy', 'app'],
    effect:
      'Largest request with the source of a page to read a recipe from, in bytes; more is answered 413.',
  },
  MAX_IMAGE_SIZE: {
    schema: integer(1024, 67_108_864),
    default: '10485760',
    allowed: `${integerAllowed(1024, 67_108_864)}, in bytes`,
    readers: ['envoy', 'app'],
    effect: 'Largest picture that can be uploaded, in bytes; more is answered 413.',
  },
  MAX_WEB_TELEMETRY_SIZE: {
    schema: integer(32_768, 1_048_576),
    default: '32768',
    allowed: `${integerAllowed(32_768, 1_048_576)}, in bytes`,
    readers: ['envoy', 'collector'],
    effect: 'Largest request with telemetry from a browser, in bytes; more is answered 413.',
  },
  MAX_IMPORT_SIZE: {
    schema: integer(1024, 4_294_967_296),
    default: '1073741824',
    allowed: `${integerAllowed(1024, 4_294_967_296)}, in bytes`,
    readers: ['envoy', 'app'],
    effect:
      'Largest file of everything that a user has, in bytes, that can be imported; more is answered 413.',
  },
});
