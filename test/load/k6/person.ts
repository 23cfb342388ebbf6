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
  sleep(thinking() / haste);
}

/** The same where the haste changes meanwhile: it is asked for at least once a second. */
export function pauseWhileHasteChanges(haste: () => number): void {
  let left = thinking();
  while (left > 0) {
    const times = haste();
    const slice = Math.min(1, left / times);
    sleep(slice);
    left -= slice * times;
  }
}

/** Seconds. */
function thinking(): number {
  return between(10, 30);
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
