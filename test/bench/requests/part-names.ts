import type { Program } from '@recipe-book/capacity';

/** What the parts of a stack are called that run a program; those of further instances have a number behind. */
export const partNames: Readonly<Record<Program, string>> = {
  app: 'app',
  envoy: 'envoy',
  collector: 'collector',
  ratelimit: 'ratelimit',
  redis: 'redis',
  database: 'mongodb',
};
