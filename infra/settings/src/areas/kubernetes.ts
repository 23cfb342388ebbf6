import { z } from 'zod';
import { variables } from '../variable.ts';

const profiles = ['full', 'light'] as const;

/** What the manifests alone are made by. */
export const kubernetesVariables = variables({
  PROFILE: {
    schema: z.enum(profiles),
    default: 'full',
    allowed: profiles.join(', '),
    readers: ['synth'],
    effect:
      'With `light` development has no OpenObserve of its own, which a laptop may have no room for; telemetry goes to files in the pods, or to OPENOBSERVE_URL. Other environments are as they are.',
  },
});
