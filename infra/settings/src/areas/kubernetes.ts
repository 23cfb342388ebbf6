import { z } from 'zod';
import { variables } from '../variable.ts';

const profiles = ['full', 'light'] as const;

/** A host with its port, a path and a tag that may stand in a label. */
const taggedImage = /^[a-z\d][\w.-]*(:\d+)?(\/[\w.-]+)*:\w[\w.-]{0,62}$/;

/** What the manifests alone are made by. */
export const kubernetesVariables = variables({
  APP_IMAGE: {
    schema: z.string().regex(taggedImage),
    allowed: 'an image with a tag, such as registry.example/recipe-book:2.1.5',
    readers: ['synth', 'make'],
    effect:
      'Image of the app, in the manifests and for `make images`. Not set, it is `recipe-book/app` with the version of the source as its tag.',
  },
  PROFILE: {
    schema: z.enum(profiles),
    default: 'full',
    allowed: profiles.join(', '),
    readers: ['synth'],
    effect:
      'With `light` development has no OpenObserve of its own, which a laptop may have no room for; telemetry goes to files in the pods, or to OPENOBSERVE_URL. Other environments are as they are.',
  },
});
