import type { Check } from '../check.ts';
import { headers, page, probes, problems, recipes } from './contract.ts';
import { exactLimits } from './limits.ts';
import { strangersStayOut } from './network.ts';
import { restricted } from './pod-security.ts';

/** All checks, in the order in which they run. */
export const checks: readonly Check[] = [
  restricted,
  probes,
  page,
  recipes,
  headers,
  problems,
  exactLimits,
  strangersStayOut,
];
