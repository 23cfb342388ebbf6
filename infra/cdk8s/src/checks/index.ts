import type { Target } from '../target.ts';
import { addressProblems } from './addresses.ts';
import { kindProblems } from './kinds.ts';
import { nameProblems } from './names.ts';
import { redisProblems } from './redis.ts';
import { secretsProblems } from './secrets.ts';
import { scaleProblems } from './sizes.ts';
import { storeProblems } from './stores.ts';
import { wayInProblems } from './ways-in.ts';

/** What cannot work in a cluster although each setting is valid alone, one sentence each. */
export function targetProblems(target: Target): string[] {
  // The rest goes by the kinds.
  const unknown = kindProblems(target);
  if (unknown.length > 0) return unknown;
  return [
    ...nameProblems(target),
    ...addressProblems(target),
    ...redisProblems(target),
    ...wayInProblems(target),
    ...storeProblems(target),
    ...secretsProblems(target),
    ...scaleProblems(target),
  ];
}
