import type { Check } from '../finding.ts';
import { access } from './access.ts';
import { autoscalers } from './autoscalers.ts';
import { certificates } from './certificates.ts';
import { crashLoops } from './crash-loops.ts';
import { dependencies } from './dependencies.ts';
import { disruptionBudgets } from './disruption-budgets.ts';
import { drift } from './drift.ts';
import { imagePulls } from './image-pulls.ts';
import { images } from './images.ts';
import { jobs } from './jobs.ts';
import { probes } from './probes.ts';
import { rateLimiting } from './rate-limiting.ts';
import { references } from './references.ts';
import { refusedPods } from './refused-pods.ts';
import { replicas } from './replicas.ts';
import { restarts } from './restarts.ts';
import { rollouts } from './rollouts.ts';
import { scheduling } from './scheduling.ts';
import { secrets } from './secrets.ts';
import { services } from './services.ts';
import { terminating } from './terminating.ts';
import { unready } from './unready.ts';
import { volumes } from './volumes.ts';

/** Every check under the name of its file, in the order in which they are told. */
export const checks: Readonly<Record<string, Check>> = {
  access,
  'image-pulls': imagePulls,
  'crash-loops': crashLoops,
  scheduling,
  references,
  volumes,
  probes,
  'refused-pods': refusedPods,
  terminating,
  unready,
  restarts,
  rollouts,
  replicas,
  jobs,
  autoscalers,
  'disruption-budgets': disruptionBudgets,
  services,
  images,
  secrets,
  certificates,
  dependencies,
  'rate-limiting': rateLimiting,
  drift,
};
