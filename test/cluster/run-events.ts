import { setTimeout as wait } from 'node:timers/promises';
import { registerUser } from '../harness/users.ts';
import type { Event } from './event.ts';
import { type Row, rowOf } from './row.ts';
import type { Scene } from './scene.ts';
import { Traffic } from './traffic.ts';

const usualCooks = 8;
/** What comes late still belongs to the event, milliseconds. */
const afterwards = 2000;

/** Lets one event after the other happen under constant traffic. */
export async function runEvents(
  scene: Scene,
  events: readonly Event[],
  say: (line: string) => void,
): Promise<Row[]> {
  if (events.length === 0) return [];
  const { host, port } = scene.entrance;
  const rows: Row[] = [];
  for (const event of events) {
    // Each event has users of its own, who stay far below their limit.
    const length = event.cooks ?? usualCooks;
    const users = await Promise.all(Array.from({ length }, () => registerUser(port, host)));
    const traffic = new Traffic(
      scene.entrance,
      users.map(({ token }) => token),
    );
    const seen = await runEvent(scene, event, traffic).finally(() => traffic.stop());
    const row = { ...seen, lost: await traffic.lost() };
    const { requests, failures, inFlight } = row;
    say(`${event.name}: ${requests} requests, ${failures.length + inFlight.length} failed`);
    rows.push(row);
  }
  return rows;
}

async function runEvent(scene: Scene, event: Event, traffic: Traffic): Promise<Omit<Row, 'lost'>> {
  const killedAt: number[] = [];
  const began = performance.now();
  await wait(afterwards);
  const problem = await event
    .run(scene, () => killedAt.push(performance.now()))
    .then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  await wait(afterwards);
  return rowOf(event.name, began, traffic.since(began), killedAt, problem);
}
