import { z } from 'zod';
import { integer, integerAllowed } from '../types.ts';
import { variables } from '../variable.ts';

/** What `make` takes on its command line for the local stack. */
export const localVariables = variables({
  INSTANCES: {
    schema: integer(1, 9),
    default: '1',
    allowed: integerAllowed(1, 9),
    readers: ['make'],
    effect:
      'How many pods’ worth (app, Envoy, Collector) `make up` runs on one Redis and ratelimit service.',
  },
  DETACH: {
    schema: z.enum(['0', '1']).transform((text) => text === '1'),
    default: '0',
    allowed: '1 or 0',
    readers: ['make'],
    effect: 'With 1 `make up` returns when the stack is ready; `make down` stops it.',
  },
  STATE_DIR: {
    schema: z.string().min(1),
    allowed: 'the path of a folder',
    readers: ['make'],
    effect:
      'Where the local stack keeps its data, configs and logs; `.run` in the checkout when not set.',
  },
});
