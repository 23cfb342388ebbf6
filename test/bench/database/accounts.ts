import { type Amount, generatedUsers } from '../../../app/src/seed/generated/generate.ts';
import type { Account } from './requests.ts';

/** Accounts to measure with: the largest, some large and usual ones, and the smallest. */
export function chosenAccounts(amount: Amount): Account[] {
  const all = generatedUsers(amount).filter(({ recipes }) => recipes > 0);
  const places = [0, 0.002, 0.01, 0.05, 0.25, 0.5, 0.75, 1].map((share) =>
    Math.round(share * (all.length - 1)),
  );
  return [...new Set(places)].flatMap((place) => all[place] ?? []);
}
