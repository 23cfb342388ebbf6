import type { Target } from '../target.ts';
import { addressProblems } from './addresses.ts';
import { redisProblems } from './redis.ts';
import { secretsProblems } from './secrets.ts';
import { sizeProblems } from './sizes.ts';
import { storeProblems } from './stores.ts';
import { wayInProblems } from './ways-in.ts';

/** What cannot work in a cluster although each setting is valid alone, one sentence each. */
export function targetProblems(target: Target): string[] {
  return [
    ...addressProblems(target),
    ...redisProblems(target),
    ...wayInProblems(target),
    ...storeProblems(target),
    ...secretsProblems(target),
    ...sizeProblems(target),
  ];
}
