import type { Check } from '../finding.ts';
import { forbidden } from '../snapshot.ts';

/** What could not be read, so that nothing was checked there. */
export const access: Check = {
  group: 'access',
  findings: ({ namespace, unreadable }) =>
    unreadable.map(({ resource, why }) => ({
      level: 'warning' as const,
      object: `Namespace ${namespace}`,
      what: `${resource} could not be read, so what follows from them was not checked: ${why}`,
      remedy:
        why === forbidden
          ? 'Ask for the rights that docs/doctor.md lists.'
          : 'Ask again in a minute; it may only be starting.',
    })),
};
