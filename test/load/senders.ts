import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Choice } from './choice.ts';
import type { Place } from './load.ts';
import { type Request, readRequests } from './requests.ts';
import { endOfK6, startK6 } from './run-k6.ts';
import type { Programs } from './spending.ts';
import { accounts } from './stack.ts';
import { type Target, targetsOf } from './targets.ts';

/** One k6, and the files that it writes. */
interface Sender {
  /** As the report calls it; its files begin with it, too. */
  readonly name: 'k6' | 'abuser';
  readonly running: ChildProcess;
}

/** What came of all of them. */
export interface Sent {
  readonly requests: readonly Request[];
  readonly targets: readonly Target[];
}

/** All that send in a scenario: one k6 for the people, and in the storm another for the abuser, who has no part in theirs. */
export class Senders {
  readonly #folder: string;
  readonly #all: readonly Sender[];

  /** Starts them. @param picture path of the picture that people send. */
  constructor({ scenario, minutes }: Choice, place: Place, picture: string) {
    const { origin, certificate, k6, folder } = place;
    this.#folder = folder;
    const start = (
      name: Sender['name'],
      script: string,
      how: { readonly addresses: string; readonly standsBack?: boolean },
    ): Sender => {
      const environment = {
        ORIGIN: origin,
        ACCOUNT_DOMAIN: accounts.domain,
        ACCOUNT_PASSWORD: accounts.password,
        PICTURE: picture,
        SUMMARY: this.#file(name, 'json'),
        MINUTES: String(minutes),
      };
      const [requests, log] = [this.#file(name, 'csv.gz'), this.#file(name, 'log')];
      const run = { k6, scenario: script, environment, requests, log, certificate, ...how };
      return { name, running: startK6(run) };
    };
    const people = start('k6', scenario, { addresses: '127.80.0.1-127.80.255.254' });
    const abuser = () =>
      start('abuser', 'abuser', { addresses: '127.81.0.1-127.81.255.254', standsBack: true });
    this.#all = scenario === 'storm' ? [people, abuser()] : [people];
  }

  get programs(): Programs {
    return Object.fromEntries(this.#all.map(({ name, running }) => [name, running.pid ?? 0]));
  }

  /** Ends them before their time. */
  stop(): void {
    for (const { running } of this.#all) running.kill('SIGINT');
  }

  /** Waits for the end of all. @throws Error when one did not run to its end; then the others are ended too. */
  async ended(): Promise<void> {
    const ends = this.#all.map(({ running }) => endOfK6(running));
    try {
      await Promise.all(ends);
    } catch (error) {
      this.stop();
      await Promise.allSettled(ends);
      throw error;
    }
  }

  async sent(): Promise<Sent> {
    const all = await Promise.all(this.#all.map(({ name }) => this.#sentBy(name)));
    return {
      requests: all.flatMap(({ requests }) => requests),
      targets: all.flatMap(({ targets }) => targets),
    };
  }

  async #sentBy(name: Sender['name']): Promise<Sent> {
    const requests = await readRequests(this.#file(name, 'csv.gz'));
    const targets = [
      { metric: 'requests', bound: '>0', met: requests.length > 0 },
      ...targetsOf(readFileSync(this.#file(name, 'json'), 'utf8')),
    ];
    if (name === 'k6') return { requests, targets };
    return {
      requests,
      targets: targets.map((one) => ({ ...one, metric: `${name}: ${one.metric}` })),
    };
  }

  #file(name: Sender['name'], ending: string): string {
    return join(this.#folder, `${name}.${ending}`);
  }
}
