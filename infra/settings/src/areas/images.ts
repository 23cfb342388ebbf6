import { z } from 'zod';
import { urlAllowed, urlOf } from '../types.ts';
import { variables } from '../variable.ts';

const secretText = { schema: z.string().min(1), allowed: 'a text', secret: true } as const;

/** Where the pictures of recipes are kept. */
export const imageVariables = variables({
  S3_ENDPOINT: {
    schema: urlOf('http', 'https'),
    allowed: urlAllowed('http', 'https'),
    readers: ['app', 'synth'],
    effect:
      'S3-compatible service that keeps pictures, without the bucket; without it they are in the database. Pictures do not move when it changes. Set for the manifests, it makes the pods take the keys from the Secret.',
  },
  S3_BUCKET: {
    schema: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
    allowed: 'the name of a bucket: 3 to 63 small letters, digits, dots and hyphens',
    readers: ['app'],
    effect: 'Bucket for pictures; it must exist and be private. Needed with S3_ENDPOINT.',
  },
  S3_REGION: {
    schema: z.string().regex(/^[a-z0-9-]{1,40}$/),
    default: 'us-east-1',
    allowed: 'small letters, digits and hyphens',
    readers: ['app'],
    effect: 'Region that requests to S3_ENDPOINT are signed for.',
  },
  S3_ACCESS_KEY_ID: {
    ...secretText,
    readers: ['app', 'synth'],
    effect: 'Who asks S3_ENDPOINT; may read, write and delete objects. Needed with S3_ENDPOINT.',
  },
  S3_SECRET_ACCESS_KEY: {
    ...secretText,
    readers: ['app', 'synth'],
    effect: 'Signs the requests to S3_ENDPOINT. Needed with it.',
  },
});
