import { z } from 'zod';
import {
  duration,
  durationAllowed,
  flag,
  flagAllowed,
  integer,
  integerAllowed,
  urlAllowed,
  urlOf,
} from '../types.ts';
import { variables } from '../variable.ts';

/** Where the app listens, what it connects to, and how it signs tokens. */
export const serverVariables = variables({
  HOST: {
    schema: z.string().min(1),
    default: '127.0.0.1',
    allowed: 'an address to listen on',
    readers: ['app'],
    effect:
      'Address the app listens on when SOCKET_PATH is not set. Only Envoy may reach it: the app trusts the identity that Envoy passes on.',
  },
  PORT: {
    schema: integer(0, 65_535),
    default: '3000',
    allowed: integerAllowed(0, 65_535),
    readers: ['app'],
    effect: 'Port the app listens on when SOCKET_PATH is not set.',
  },
  SOCKET_PATH: {
    schema: z.string().min(1).max(100),
    allowed: 'a path of at most 100 characters, which is what Unix sockets take',
    readers: ['app'],
    effect:
      'Unix socket that the app listens on instead of HOST and PORT. The platform sets it: nobody but Envoy then reaches the app, and a restart loses no connection.',
  },
  MONGODB_URI: {
    schema: urlOf('mongodb', 'mongodb+srv'),
    allowed: urlAllowed('mongodb', 'mongodb+srv'),
    readers: ['app', 'make'],
    effect:
      'The database. Without it `make up` starts an embedded one; the app itself refuses to start.',
    secret: true,
  },
  JWT_PRIVATE_KEY_FILE: {
    schema: z.string().min(1),
    allowed: 'the path of a PKCS#8 PEM file with an Ed25519 private key',
    readers: ['app'],
    effect: 'Signs access tokens (EdDSA, RFC 8037). Not set, `make up` makes one.',
  },
  JWT_ISSUER: {
    schema: z.string().regex(/^[\w.:/-]+$/),
    default: 'recipe-book',
    allowed: 'letters, digits and . : / _ -',
    readers: ['app', 'envoy'],
    effect: '`iss` of the access tokens, checked by Envoy.',
  },
  ACCESS_TOKEN_TTL: {
    schema: duration,
    default: '15min',
    allowed: durationAllowed,
    readers: ['app'],
    effect: 'How long an access token is valid.',
  },
  IDEMPOTENCY_TTL: {
    schema: duration,
    default: '24h',
    allowed: durationAllowed,
    readers: ['app'],
    effect: 'How long a request with the same `Idempotency-Key` gets the first answer again.',
  },
  RECIPE_IMPORT_ALLOW_LOOPBACK: {
    schema: flag,
    default: 'false',
    allowed: flagAllowed,
    readers: ['app'],
    effect:
      'Lets the import of recipes and pictures fetch from this machine too, at any port. For development and tests; other environments refuse it.',
  },
  WEB_ROOT: {
    schema: z.string().min(1),
    allowed: 'the path of a folder',
    readers: ['app'],
    effect: 'Folder with the built front end. Without it the app serves the API alone.',
  },
});
