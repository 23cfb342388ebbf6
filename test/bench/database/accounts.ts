import { type Amount, syntheticUsers } from '../../../app/src/seed/synthetic/generate.ts';
import type { Account } from './requests.ts';

/** Accounts besides the largest. */
const sample = 20;

/** The account with the most recipes, then some that stand for all users, from large to small. */
export function chosenAccounts(amount: Amount): Account[] {
  const all = syntheticUsers(amount).filter(({ recipes }) => recipes > 0);
  const places = Array.from({ length: sample }, (_, at) =>
    Math.floor(((at + 0.5) / sample) * all.length),
  );
  return [...new Set([0, ...places])].flatMap((place) => all[place] ?? []);
}
