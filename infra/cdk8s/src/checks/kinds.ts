import type { EnvironmentOptions } from '../environments.ts';
import type { Target } from '../target.ts';

type Kinds = {
  readonly [K in keyof EnvironmentOptions as EnvironmentOptions[K] extends {
    readonly kind: string;
  }
    ? K
    : never]: readonly string[];
};

/** The types say so too, but nothing looks at them while the program runs. */
const kinds: Kinds = {
  exposure: ['node-port', 'load-balancer', 'ingress'],
  redis: ['single', 'sentinel'],
  mongodb: ['in-cluster', 'external'],
  openobserve: ['in-cluster', 'external'],
  secrets: ['existing', 'external'],
};

/** Parts of an environment that are of no kind that there is. */
export function kindProblems({ environment, options }: Target): string[] {
  return Object.entries(kinds).flatMap(([name, allowed]) => {
    const { kind } = options[name as keyof Kinds];
    if (allowed.includes(kind)) return [];
    return [
      `${name}.kind is "${kind}" for ${environment}; it must be one of ${allowed.join(', ')}.`,
    ];
  });
}
