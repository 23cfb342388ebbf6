import { setTimeout as wait } from 'node:timers/promises';
import { registerUser } from '../harness/users.ts';
import type { Event } from './event.ts';
import { neverBegan, type Row, rowOf } from './row.ts';
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
  const rows: Row[] = [];
  for (const event of events) {
    const row = await underTraffic(scene, event).catch((error: unknown) =>
      neverBegan(event.name, error instanceof Error ? error.message : String(error)),
    );
    const { requests, failures, inFlight, problem } = row;
    say(
      problem === undefined
        ? `${event.name}: ${requests} requests, ${failures.length + inFlight.length} failed`
        : `${event.name}: ${problem}`,
    );
    rows.push(row);
  }
  return rows;
}

/** Each event has users of its own, who stay far below their limit. */
async function underTraffic(scene: Scene, event: Event): Promise<Row> {
  const { host, port } = scene.entrance;
  const cooks = event.cooks ?? usualCooks;
  const users = await Promise.all(Array.from({ length: cooks }, () => registerUser(port, host)));
  const traffic = new Traffic(
    scene.entrance,
    users.map(({ token }) => token),
  );
  const seen = await runEvent(scene, event, traffic).finally(() => traffic.stop());
  return { ...seen, cooks, lost: await traffic.lost() };
}

async function runEvent(
  scene: Scene,
  event: Event,
  traffic: Traffic,
): Promise<Omit<Row, 'lost' | 'cooks'>> {
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
