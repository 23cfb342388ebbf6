import type { Samples } from './sample.ts';

export const transferSamples: Samples = {
  'get /api/export': { status: 200, request: () => ({}) },
  'post /api/import': {
    status: 200,
    request: () => ({ body: { '@graph': [{ '@type': 'Recipe', name: 'Toast' }] } }),
  },
};
