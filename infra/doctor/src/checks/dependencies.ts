import type { Check } from '../finding.ts';

/** What the app itself says of the database and of Redis. */
export const dependencies: Check = {
  group: 'dependencies',
  findings: ({ apps }) =>
    [...apps].flatMap(([pod, parts]) =>
      Object.entries(parts).flatMap(([part, state]) => {
        if (state === 'ok') return [];
        return {
          level: 'error' as const,
          object: `Pod ${pod}`,
          what: `the app cannot reach ${part}: it says "${state}"`,
          remedy: `See whether ${part} runs, whether the address and the password in the Secret are right, and whether the network policy lets the app through.`,
        };
      }),
    ),
};
