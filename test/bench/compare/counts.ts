import { setTimeout as wait } from 'node:timers/promises';
import { type Program, programs } from '@recipe-book/capacity';
import { readLogs, readSpans, type SpanEntry } from '@recipe-book/local';
import { eachOf } from '../each-of.ts';
import { rounded } from '../report/rounded.ts';
import { type Commands, redisCommands } from '../requests/redis-commands.ts';
import { Sender } from '../requests/sender.ts';
import { type ComparedKind, comparedKinds } from './compared-kinds.ts';
import { CountedAgent } from './counted-agent.ts';
import type { Side } from './side.ts';
import { countsSystemCalls, SystemCalls } from './system-calls.ts';

/** What a request leads to, by name; each a mean of many requests. */
export type Counts = Readonly<Record<string, number>>;
export type CountsByKind = Readonly<Record<ComparedKind, Counts>>;

const lots = 5;
const requestsOfLot = 20;
/** Spans are written 5 s after the trace, and sent up to 5 s after they end. Milliseconds. */
const written = 12_000;

/** Counts for requests one after the other, so that no two of them share anything by chance. */
export async function count(side: Side): Promise<CountsByKind> {
  const windows: Window[] = [];
  for (const kind of comparedKinds) windows.push(...(await countKind(side, kind)));
  await wait(written);
  const [spans, logs] = [readSpans(side.telemetry), readLogs(side.telemetry)];
  const countsOf = (kind: ComparedKind): Counts => {
    const own = windows.filter((window) => window.kind === kind);
    const within = (ms: number) => own.some(({ begin, end }) => ms >= begin && ms <= end);
    const made = spans.filter(({ startTimeUnixNano }) => within(Number(startTimeUnixNano) / 1e6));
    const telemetry = {
      'database commands': made.filter(isDatabase).length,
      ...byService('spans', made),
      ...byService(
        'log lines',
        logs.filter(({ time }) => within(time)),
      ),
    };
    return { ...own[0]?.counts, ...perRequest(telemetry, lots * requestsOfLot) };
  };
  return eachOf(comparedKinds, countsOf);
}

function isDatabase({ attributes = [] }: SpanEntry): boolean {
  return attributes.some(
    ({ key, value }) => key === 'db.system.name' && value?.stringValue === 'mongodb',
  );
}

interface Window {
  readonly kind: ComparedKind;
  /** Milliseconds since 1970. */
  readonly begin: number;
  readonly end: number;
  readonly counts: Counts;
}

/** Lots of requests; the least of each count, since what is done anyway falls into some of them. */
async function countKind(side: Side, kind: ComparedKind): Promise<Window[]> {
  const agent = new CountedAgent();
  const sender = new Sender(side.scene, [side.port], agent);
  await sender.refuse();
  // The first is slower, and what it opens stays open.
  await sender.send(kind);
  const windows: Window[] = [];
  for (let lot = 0; lot < lots; lot++) windows.push(await countLot(side, kind, sender, agent));
  sender.close();
  const least = (name: string) => Math.min(...windows.map(({ counts }) => counts[name] ?? 0));
  const names = Object.keys(windows[0]?.counts ?? {});
  const counts = Object.fromEntries(names.map((name) => [name, least(name)]));
  return windows.map((window) => ({ ...window, counts }));
}

async function countLot(
  side: Side,
  kind: ComparedKind,
  sender: Sender,
  agent: CountedAgent,
): Promise<Window> {
  const counters = systemCallsOf(side);
  const commands = await redisCommands(side.redisPort);
  const { sent, received } = agent;
  await Promise.all(counters.map(([, counter]) => counter.start()));
  const begin = Date.now();
  for (let request = 0; request < requestsOfLot; request++) await sender.send(kind);
  const end = Date.now();
  const calls = await Promise.all(
    counters.map(
      async ([program, counter]) => [`system calls of ${program}`, await counter.stop()] as const,
    ),
  );
  const counts = {
    'Redis commands': total(await redisCommands(side.redisPort)) - total(commands),
    ...Object.fromEntries(calls),
    'bytes to the server': agent.sent - sent,
    'bytes to the client': agent.received - received,
  };
  return { kind, begin, end, counts: perRequest(counts, requestsOfLot) };
}

/** Those of the Collector come later, in lots, so they are not counted. */
function systemCallsOf(side: Side): (readonly [Program, SystemCalls])[] {
  if (!countsSystemCalls()) return [];
  return programs
    .filter((program) => program !== 'collector')
    .map((program) => [program, new SystemCalls(side.pid(program))] as const);
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

function perRequest(counts: Counts, requests: number): Counts {
  return Object.fromEntries(
    Object.entries(counts).map(([name, all]) => [name, rounded(all / requests, 1)]),
  );
}
