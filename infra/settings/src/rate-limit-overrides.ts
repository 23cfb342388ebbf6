import { z } from 'zod';
import { duration } from './types.ts';

/** What an operator changes in a policy of infra/envoy. */
export interface RateLimitOverride {
  /** Its name. */
  readonly policy: string;
  readonly change:
    | 'shadow'
    | 'enforce'
    | 'off'
    | { readonly requests: number; readonly windowSeconds?: number };
}

export const overridesAllowed =
  'name=change pairs parted by commas; a change is REQUESTS, REQUESTS/WINDOW, shadow, enforce or off, such as login=20/5min,images=shadow';

/** Pairs such as `login=20/5min,images=shadow`. */
export const overrides = z.string().transform((text, context): RateLimitOverride[] =>
  text.split(',').flatMap((pair) => {
    const override = one(pair.trim());
    if (!override) context.addIssue(`"${pair.trim()}" is no override`);
    return override ?? [];
  }),
);

function one(pair: string): RateLimitOverride | undefined {
  const [, policy = '', text = ''] = /^([a-z][a-z0-9-]*)=(.+)$/.exec(pair) ?? [];
  if (policy === '') return undefined;
  if (text === 'shadow' || text === 'enforce' || text === 'off') return { policy, change: text };
  const [, count, length] = /^([1-9]\d{0,8})(?:\/(.+))?$/.exec(text) ?? [];
  if (count === undefined) return undefined;
  if (length === undefined) return { policy, change: { requests: Number(count) } };
  const seconds = duration.safeParse(length);
  if (!seconds.success) return undefined;
  return { policy, change: { requests: Number(count), windowSeconds: seconds.data } };
}
