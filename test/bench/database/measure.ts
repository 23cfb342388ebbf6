import type { SampleName, Samples } from './accounts.ts';
import type { Api } from './api.ts';
import { type Ask, askOf } from './ask.ts';
import { type Command, CommandMeter } from './commands.ts';
import { type Examined, examinedBy } from './explain.ts';
import { type Account, type Request, requests } from './requests.ts';
import type { Rounds } from './rounds.ts';

/** Time at the database, of all commands of a request together, milliseconds. */
export type Times = Readonly<Record<SampleName, readonly number[]>>;

/** What was measured of one request. */
export interface Measured {
  readonly request: Request;
  readonly times: Times;
  /** Most commands that it took. */
  readonly commands: number;
  /** What the database looked at for the account with the most recipes. */
  readonly examined: Examined;
}

interface Running {
  readonly request: Request;
  readonly asks: ReadonlyMap<Account, Ask>;
  readonly times: Record<SampleName, number[]>;
  commands: number;
  ofLargest: readonly Command[];
}

/**
 * Who is asked in a round, in turn. The large accounts take most of the time and so are asked half as
 * often; the largest is mostly among those drawn by their recipes, and then one answer counts for both.
 */
const turns: readonly (readonly SampleName[])[] = [
  ['byUsers'],
  ['byRecipes', 'largest'],
  ['byUsers'],
];

/** Explaining ends after that, milliseconds. */
const longestExplaining = 30_000;

/** Asks everything for everybody in turn, round after round, so that a slow moment of the machine hits all alike. */
export async function measureAll(api: Api, samples: Samples, rounds: Rounds): Promise<Measured[]> {
  const meter = new CommandMeter(api.database);
  const running: Running[] = [];
  for (const request of requests) running.push(await prepare(api, request, samples));
  for (const one of running) {
    for (const ask of one.asks.values()) await meter.during(ask);
  }
  await rounds.each(async () => {
    for (const names of turns) await takeTurn(running, meter, samples, names);
  });
  const measured: Measured[] = [];
  const explainEnd = performance.now() + longestExplaining;
  for (const { request, times, commands, ofLargest } of running) {
    const isTime = performance.now() < explainEnd;
    const examined = await examinedBy(api.database, isTime ? ofLargest : []);
    measured.push({ request, times, commands, examined });
  }
  return measured;
}

async function prepare(api: Api, request: Request, samples: Samples): Promise<Running> {
  const asks = new Map<Account, Ask>();
  for (const account of new Set(Object.values(samples).flat())) {
    const ask = await askOf(api, request, account);
    if (ask) asks.set(account, ask);
  }
  const times = { byUsers: [], byRecipes: [], largest: [] };
  return { request, asks, times, commands: 0, ofLargest: [] };
}

/** Asks each account of these samples once. */
async function takeTurn(
  running: readonly Running[],
  meter: CommandMeter,
  samples: Samples,
  names: readonly SampleName[],
): Promise<void> {
  const accounts = new Set(names.flatMap((name) => samples[name]));
  for (const one of running) {
    for (const account of accounts) {
      const ask = one.asks.get(account);
      if (!ask) continue;
      const commands = await meter.during(ask);
      const total = commands.reduce((sum, { ms }) => sum + ms, 0);
      one.commands = Math.max(one.commands, commands.length);
      if (samples.largest.includes(account)) one.ofLargest = commands;
      for (const name of names) {
        const drawn = samples[name].filter((other) => other === account);
        one.times[name].push(...drawn.map(() => total));
      }
    }
  }
}
