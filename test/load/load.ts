import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syntheticUsers } from '../../app/src/seed/synthetic/generate.ts';
import { drawPlate } from '../harness/plates.ts';
import type { Choice } from './choice.ts';
import { requestsThatReached } from './reached.ts';
import type { Outcome } from './report.ts';
import { Senders } from './senders.ts';
import { sizes } from './sizes.ts';
import { soakTargets } from './soak.ts';
import { programsOf, spendingUntil } from './spending.ts';
import { spikeTargets } from './spike.ts';
import { seed } from './stack.ts';
import { throwIfStopped } from './stopped.ts';
import { stormOf, stormTargets } from './storm.ts';

/** Where a scenario runs. */
export interface Place {
  /** Of the ingress. */
  readonly origin: string;
  /** Path of the certificate to trust there, for HTTPS. */
  readonly certificate?: string;
  /** Folder of the stack's state. */
  readonly state: string;
  /** The program. */
  readonly k6: string;
  /** For what k6 reads and writes. */
  readonly folder: string;
  /** Ends the scenario before its time. */
  readonly signal?: AbortSignal;
}

/** Runs a scenario against a stack that holds its accounts. */
export async function load(choice: Choice, place: Place): Promise<Outcome> {
  const { state, folder, signal } = place;
  const picture = join(folder, 'picture.jpg');
  writeFileSync(picture, await drawPlate(0));
  const programs = programsOf(state);
  await throwIfStopped(signal);
  const senders = new Senders(choice, place, picture);
  const stop = () => senders.stop();
  signal?.addEventListener('abort', stop);
  const ended = senders.ended().finally(() => signal?.removeEventListener('abort', stop));
  const spent = await spendingUntil(ended, { ...programs, ...senders.programs });
  const { requests, targets: sent } = await senders.sent();
  const targets = [...sent];
  if (choice.scenario === 'spike') targets.push(...spikeTargets(requests));
  if (choice.scenario === 'soak') {
    const ofStack = spent.filter(({ part }) => part in programs);
    targets.push(...soakTargets(ofStack, programs, programsOf(state)));
  }
  if (choice.scenario !== 'storm') return { ...choice, requests, spent, targets };
  const storm = stormOf(requests, await requestsThatReached(state, abuserId()));
  return { ...choice, requests, spent, targets: [...targets, ...stormTargets(storm)], storm };
}

/** The last of the accounts of that scenario, as `k6/scenarios/abuser.ts` has it. */
function abuserId(): string {
  const { accounts: users, recipes } = sizes.storm;
  return syntheticUsers({ users, recipes, seed }).at(-1)?.id ?? '';
}
