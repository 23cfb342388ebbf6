import type { Policy } from '@recipe-book/envoy';

/** Each client may greet once a second on average, and all together not more than the pods can take. */
export const greeterPolicies: readonly Policy[] = [
  {
    name: 'greetings',
    client: { by: 'address' },
    scope: { paths: ['/greetings/**'], methods: ['GET'] },
    requests: 60,
    windowSeconds: 60,
  },
  {
    name: 'everyone',
    client: { by: 'everyone' },
    scope: { paths: ['/**'] },
    requests: 500,
    windowSeconds: 1,
  },
];
