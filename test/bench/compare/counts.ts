import { setTimeout as wait } from 'node:timers/promises';
import { type Program, programs } from '@recipe-book/capacity';
import { readLogs, readSpans } from '@recipe-book/local';
import { type Commands, redisCommands } from '../requests/redis-commands.ts';
import { Sender } from '../requests/sender.ts';
import { type ComparedKind, comparedKinds } from './compared-kinds.ts';
import { CountedAgent } from './counted-agent.ts';
import type { Side } from './side.ts';
import { countsSystemCalls, SystemCalls } from './system-calls.ts';

/** What a request leads to, by name; each a mean of many requests. */
export type Counts = Readonly<Record<string, number>>;
export type CountsByKind = Readonly<Record<ComparedKind, Counts>>;

const requests = 100;
/** Spans are written 5 s after the trace, and sent up to 5 s after they end. Milliseconds. */
const written = 12_000;
/** How long what is done anyway is counted for, so that it can be taken off. Milliseconds. */
const idle = 2000;

/** Counts for requests one after the other, so that no two of them share anything by chance. */
export async function count(side: Side): Promise<CountsByKind> {
  const windows: Window[] = [];
  for (const kind of comparedKinds) windows.push(await countKind(side, kind));
  await wait(written);
  const [spans, logs] = [readSpans(side.telemetry), readLogs(side.telemetry)];
  const entries = windows.map(({ kind, begin, end, counts }) => {
    const within = (ms: number) => ms >= begin && ms <= end;
    const made = spans.filter((span) => within(Number(span.startTimeUnixNano) / 1e6));
    const database = made.filter(({ attributes = [] }) =>
      attributes.some(
        ({ key, value }) => key === 'db.system.name' && value?.stringValue === 'mongodb',
      ),
    );
    const lines = logs.filter(({ time }) => within(time));
    const telemetry = {
      'database commands': database.length,
      ...byService('spans', made),
      ...byService('log lines', lines),
    };
    return [kind, { ...counts, ...perRequest(telemetry) }] as const;
  });
  return Object.fromEntries(entries) as Record<ComparedKind, Counts>;
}

interface Window {
  readonly kind: ComparedKind;
  /** Milliseconds since 1970. */
  readonly begin: number;
  readonly end: number;
  readonly counts: Counts;
}

async function countKind(side: Side, kind: ComparedKind): Promise<Window> {
  const agent = new CountedAgent();
  const sender = new Sender(side.scene, [side.port], agent);
  await sender.refuse();
  // The first is slower, and what it opens stays open.
  await sender.send(kind);
  const still = await during(side, () => wait(idle));
  const before = { received: agent.received, sent: agent.sent };
  const begin = Date.now();
  const busy = await during(side, async () => {
    for (let sent = 0; sent < requests; sent++) await sender.send(kind);
  });
  const end = Date.now();
  const bytes = {
    'bytes to the server': agent.sent - before.sent,
    'bytes to the client': agent.received - before.received,
  };
  sender.close();
  const work = Object.entries(busy.counts).map(([name, counted]) => {
    const anyway = ((still.counts[name] ?? 0) * busy.ms) / still.ms;
    return [name, Math.max(0, counted - anyway)] as const;
  });
  return { kind, begin, end, counts: perRequest({ ...Object.fromEntries(work), ...bytes }) };
}

interface During {
  readonly ms: number;
  readonly counts: Counts;
}

/** What the programs do meanwhile. */
async function during(side: Side, work: () => Promise<unknown>): Promise<During> {
  const counters = await startSystemCalls(side);
  const commands = await redisCommands(side.redisPort);
  const begin = performance.now();
  await work();
  const ms = performance.now() - begin;
  const since = total(await redisCommands(side.redisPort)) - total(commands);
  const calls: Record<string, number> = {};
  for (const [program, counter] of counters) {
    calls[`system calls of ${program}`] = await counter.stop();
  }
  return { ms, counts: { 'Redis commands': since, ...calls } };
}

/** Those of the Collector come later, in lots, so they are not counted. */
async function startSystemCalls(side: Side): Promise<[Program, SystemCalls][]> {
  if (!countsSystemCalls()) return [];
  const counted = programs.filter((program) => program !== 'collector');
  return Promise.all(
    counted.map(async (program) => [program, await SystemCalls.of(side.pid(program))] as const),
  ) as Promise<[Program, SystemCalls][]>;
}

function total(commands: Commands): number {
  return Object.values(commands).reduce((sum, calls) => sum + calls, 0);
}

function byService(what: string, entries: readonly { readonly service: string }[]): Counts {
  const groups = Map.groupBy(entries, ({ service }) => service);
  return Object.fromEntries(
    [...groups].toSorted().map(([service, all]) => [`${what} of ${service}`, all.length]),
  );
}

function perRequest(counts: Counts): Counts {
  return Object.fromEntries(
    Object.entries(counts).map(([name, all]) => [name, Number((all / requests).toFixed(1))]),
  );
}
