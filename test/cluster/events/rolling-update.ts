import type { Event } from '../event.ts';
import { sceneTarget } from '../scene.ts';
import { redeploy } from './redeploy.ts';

/** Every pod is replaced, because a setting changed. */
export const rollingUpdate: Event = {
  name: 'rolling update',
  run: (scene) => redeploy(scene, sceneTarget({ LOG_LEVEL: 'debug' })),
};

/** Every pod is replaced again, by its former version. */
export const rollback: Event = {
  name: 'rollback',
  run: (scene) => redeploy(scene, scene.target),
};
