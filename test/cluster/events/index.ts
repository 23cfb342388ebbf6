import type { Event } from '../event.ts';
import { autoscaling } from './autoscaling.ts';
import { badImage, neverReady } from './bad-versions.ts';
import { eviction } from './eviction.ts';
import { kills, shareProcesses, unshareProcesses } from './kill.ts';
import { ratelimitRestart, redisRestart } from './restarts.ts';
import { rollback, rollingUpdate } from './rolling-update.ts';
import { scaleBack, scaleDown, scaleUp } from './scale.ts';

/** All events, in the order in which they happen. */
export const events: readonly Event[] = [
  rollingUpdate,
  rollback,
  scaleUp,
  scaleDown,
  scaleBack,
  eviction,
  ratelimitRestart,
  redisRestart,
  badImage,
  neverReady,
  autoscaling,
  shareProcesses,
  ...kills,
  unshareProcesses,
];
