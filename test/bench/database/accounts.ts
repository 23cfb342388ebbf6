import { type Amount, syntheticUsers } from '../../../app/src/seed/synthetic/generate.ts';
import type { Account } from './requests.ts';

/** Accounts of each sample; those drawn by their recipes are large, and slow to ask. */
const counts = { byUsers: 20, byRecipes: 10 } as const;

/**
 * Accounts whose times are looked at together, by how they were drawn. One that was drawn twice stands
 * there twice.
 */
export interface Samples {
  /** Each user is as likely as any other: what most people meet. */
  readonly byUsers: readonly Account[];
  /** A user with many recipes is as much likelier: who has many is likely to ask for them often. */
  readonly byRecipes: readonly Account[];
  /** The account with the most recipes alone. */
  readonly largest: readonly Account[];
}

export type SampleName = keyof Samples;

/** Draws at even distances instead of by chance, so that every run asks the same accounts. */
export function drawSamples(amount: Amount): Samples {
  const users = syntheticUsers(amount).filter(({ recipes }) => recipes > 0);
  return {
    byUsers: places(counts.byUsers, users.length).flatMap((place) => users[place] ?? []),
    byRecipes: places(counts.byRecipes, amount.recipes).flatMap(
      (place) => ownerOf(place, users) ?? [],
    ),
    largest: users.slice(0, 1),
  };
}

/** The middles of equal parts. */
function places(count: number, length: number): number[] {
  return Array.from({ length: count }, (_, at) => Math.floor(((at + 0.5) / count) * length));
}

/** Whose the recipe at a place is, when those of one user follow those of another. */
function ownerOf(place: number, users: readonly Account[]): Account | undefined {
  let end = 0;
  return users.find(({ recipes }) => {
    end += recipes;
    return place < end;
  });
}
