import type { Event } from '../event.ts';
import { scaledTo } from '../scene.ts';
import { redeploy } from './redeploy.ts';

export const scaleUp: Event = {
  name: 'scale 3 to 5',
  run: (scene) => redeploy(scene, scaledTo(5)),
};

export const scaleDown: Event = {
  name: 'scale 5 to 2',
  run: (scene) => redeploy(scene, scaledTo(2)),
};

export const scaleBack: Event = {
  name: 'scale 2 to 3',
  run: (scene) => redeploy(scene, scene.target),
};
