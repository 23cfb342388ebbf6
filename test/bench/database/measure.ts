import { isDatabaseAway } from '../../../app/src/database/errors.ts';
import { Progress } from '../../../app/src/seed/progress.ts';
import type { Api } from './api.ts';
import { askOf } from './ask.ts';
import { CommandMeter } from './commands.ts';
import { type Account, type Request, requests } from './requests.ts';

/** One answer. */
export interface Timed {
  /** How many recipes the account has. */
  readonly recipes: number;
  /** Time at the database, of all commands of the request together, milliseconds. */
  readonly ms: number;
}

/** What was measured of one request. */
export interface Measured {
  readonly request: Request;
  /** One answer for each account that has what the request names. */
  readonly everyone: Timed[];
  /** Answers for the account with the most recipes, which is asked again. */
  readonly largest: Timed[];
  /** Most commands that it took. */
  commands: number;
}

/** Most times that warming up begins anew. */
const mostTries = 10;

/**
 * Asks everything once for each account, then again for the largest.
 * @param accounts the one with the most recipes first.
 * @param again how often.
 */
export async function measureAll(
  api: Api,
  accounts: readonly Account[],
  again: number,
): Promise<Measured[]> {
  const meter = new CommandMeter(api.database);
  const all = requests.map((request): Measured => {
    return { request, everyone: [], largest: [], commands: 0 };
  });
  const largest = accounts.slice(0, 1);
  for (const account of largest) await warmUp(() => askAll(api, meter, all, account, () => {}));
  // By their ids, which mix small and large, so that a slow moment of the machine hits all alike.
  const mixed = accounts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await askEach('All users', mixed, (account) =>
    askAll(api, meter, all, account, ({ everyone }, timed) => everyone.push(timed)),
  );
  const rounds = Array.from({ length: again }, () => largest).flat();
  await askEach(`The largest account, ${again} rounds`, rounds, (account) =>
    askAll(api, meter, all, account, (one, timed) => one.largest.push(timed)),
  );
  return all;
}

/**
 * Code that runs for the first time is slow, and so is the embedded server after its start: it reads all
 * recipes of all users once, which takes longer than a query may.
 */
async function warmUp(work: () => Promise<void>, tries = 1): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (tries === mostTries || !isDatabaseAway(error)) throw error;
    await warmUp(work, tries + 1);
  }
}

async function askEach(
  who: string,
  accounts: readonly Account[],
  work: (account: Account) => Promise<void>,
): Promise<void> {
  const progress = new Progress(process.stderr, 'requests', accounts.length * requests.length);
  for (const [at, account] of accounts.entries()) {
    await work(account);
    progress.show((at + 1) * requests.length);
  }
  console.log(`${who}: ${progress.end(accounts.length * requests.length)}.`);
}

/** Asks everything of one account once. */
async function askAll(
  api: Api,
  meter: CommandMeter,
  all: readonly Measured[],
  account: Account,
  onAnswer: (one: Measured, timed: Timed) => void,
): Promise<void> {
  for (const one of all) {
    const ask = await askOf(api, one.request, account);
    if (!ask) continue;
    const times = await meter.during(ask);
    const ms = times.reduce((sum, time) => sum + time, 0);
    one.commands = Math.max(one.commands, times.length);
    onAnswer(one, { recipes: account.recipes, ms });
  }
}
