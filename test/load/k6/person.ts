import { sleep } from 'k6';
import exec from 'k6/execution';
import { Counter } from 'k6/metrics';
import type { Flow } from './flows/flow.ts';
import { flows } from './flows/index.ts';
import { comeBack, signIn } from './flows/session.ts';
import { between, pickWeighted } from './random.ts';

const failed = new Counter('flows_failed');

/** So many things are done until the app is opened anew. */
const visit = 10;

/** Things done so far; each virtual user has this module to itself. */
let done = 0;

/** The next thing that this virtual user does: it signs in first, and then whatever people do. */
export function doNext(): void {
  perform(next());
  done += 1;
}

function next(): Flow {
  if (done === 0) return signIn(exec.vu.idInTest);
  return done % visit === 0 ? comeBack : pickWeighted(flows);
}

/** What people take to read and think. @param haste so many times as fast as usual. */
export function pause(haste = 1): void {
  sleep(between(10, 30) / haste);
}

/** One flow; all its requests carry its name. What goes wrong is counted and said, and the user goes on. */
export function perform(flow: Flow): void {
  exec.vu.metrics.tags['flow'] = flow.name;
  try {
    flow.run();
  } catch (error) {
    failed.add(1);
    console.error(`${flow.name}: ${error instanceof Error ? error.message : error}`);
  }
}
