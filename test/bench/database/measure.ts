import { Progress } from '../../../app/src/seed/progress.ts';
import type { Api } from './api.ts';
import { type Ask, askOf } from './ask.ts';
import { type Command, CommandMeter } from './commands.ts';
import { type Examined, examinedBy } from './explain.ts';
import { type Account, type Request, requests } from './requests.ts';

/** What was measured of one request. */
export interface Measured {
  readonly request: Request;
  /** Time at the database, of all commands of a request together, milliseconds; by account. */
  readonly totals: ReadonlyMap<Account, readonly number[]>;
  /** Slowest single command of all. */
  readonly slowestCommand: number;
  /** Most commands that it took. */
  readonly commands: number;
  /** What the database looked at for the account with the most recipes. */
  readonly examined: Examined;
}

interface Running {
  readonly request: Request;
  readonly asks: ReadonlyMap<Account, Ask>;
  readonly totals: Map<Account, number[]>;
  slowestCommand: number;
  commands: readonly Command[];
}

/** Explaining ends after that, milliseconds. */
const longestExplaining = 60_000;

/** Asks everything for everybody in turn, round after round, so that a slow moment of the machine hits all alike. */
export async function measureAll(
  api: Api,
  accounts: readonly Account[],
  { rounds, longest }: { readonly rounds: number; readonly longest: number },
): Promise<Measured[]> {
  const meter = new CommandMeter(api.database);
  const running: Running[] = [];
  for (const request of requests) running.push(await prepare(api, request, accounts));
  await eachOnce(running, meter, () => {});
  const progress = new Progress(process.stderr, 'rounds', rounds);
  const end = performance.now() + longest;
  let done = 0;
  while (done < rounds && performance.now() < end) {
    await eachOnce(running, meter, keep);
    progress.show(++done);
  }
  console.log(`Measured ${done} rounds (${progress.end(done)}).`);
  const measured: Measured[] = [];
  const explainEnd = performance.now() + longestExplaining;
  for (const { commands, asks: _, ...one } of running) {
    const isTime = performance.now() < explainEnd;
    const examined = await examinedBy(api.database, isTime ? commands : []);
    measured.push({ ...one, commands: commands.length, examined });
  }
  return measured;
}

async function prepare(api: Api, request: Request, accounts: readonly Account[]): Promise<Running> {
  const asks = new Map<Account, Ask>();
  for (const account of accounts) {
    const ask = await askOf(api, request, account);
    if (ask) asks.set(account, ask);
  }
  return { request, asks, totals: new Map(), slowestCommand: 0, commands: [] };
}

async function eachOnce(
  running: readonly Running[],
  meter: CommandMeter,
  then: (one: Running, account: Account, commands: readonly Command[]) => void,
): Promise<void> {
  for (const one of running) {
    for (const [account, ask] of one.asks) then(one, account, await meter.during(ask));
  }
}

function keep(one: Running, account: Account, commands: readonly Command[]): void {
  const times = commands.map(({ ms }) => ms);
  const total = times.reduce((sum, ms) => sum + ms, 0);
  one.totals.set(account, [...(one.totals.get(account) ?? []), total]);
  one.slowestCommand = Math.max(one.slowestCommand, ...times);
  // The accounts come in the order of their size: the largest is the first.
  if (account === [...one.asks.keys()][0]) one.commands = commands;
}
