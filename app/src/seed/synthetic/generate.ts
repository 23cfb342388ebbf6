import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Ingredient } from '../../ingredients/schemas.ts';
import { StoredRecipes } from '../../planning/stored-recipes.ts';
import { maxRecipes } from '../../recipes/service.ts';
import type { Services } from '../../services.ts';
import { Restoring } from '../../transfer/restoring.ts';
import type { UserRecord } from '../../users/model.ts';
import { hashPassword } from '../../users/passwords.ts';
import { ingredientPool } from './ingredients.ts';
import { addPlanning } from './planning.ts';
import { Random } from './random.ts';
import { type DatedRecipe, syntheticRecipe } from './recipe.ts';
import { unevenSizes } from './sizes.ts';
import { firstNames, lastNames } from './words.ts';

/** How much is made. */
export interface Amount {
  readonly users: number;
  readonly recipes: number;
  /** The same number makes the same users and recipes. */
  readonly seed: number;
}

/** What was there and what was made. */
export interface SyntheticOutcome {
  readonly users: number;
  readonly recipes: number;
  /** Users that were there already, and were left as they are. */
  readonly usersBefore: number;
}

export interface SyntheticUser {
  readonly id: string;
  readonly email: string;
  readonly recipes: number;
}

/** Recipes that are stored at a time; the embedded database takes much longer for larger lots. */
const lotSize = 100;
/** Users worked on at a time, so that the next lot is made while the database stores the last. */
const atOnce = 2;

/** The users that an amount stands for, the one with the most recipes first. */
export function syntheticUsers({ users, recipes, seed }: Amount): SyntheticUser[] {
  return unevenSizes(users, recipes, maxRecipes).map((size, at) => {
    const email = `cook-${at + 1}@${seed}.example.com`;
    const id = createHash('sha256').update(email).digest('hex').slice(0, 24);
    return { id, email, recipes: size };
  });
}

/**
 * Fills a database for measuring and trying out. A user is stored after all that it owns, so one that
 * is there is whole and is left alone, and what an interrupted run left of another is made anew.
 * @param password of all these users. They share one hash, which only made-up accounts may.
 * @param onProgress hears how many recipes are done of all.
 */
export async function generate(
  services: Services,
  connection: Connection,
  amount: Amount,
  password: string,
  onProgress: (done: number) => void,
): Promise<SyntheticOutcome> {
  const model = connection.model<UserRecord>('User');
  const passwordHash = await hashPassword(password);
  const pool = ingredientPool(new Random(amount.seed));
  const all = syntheticUsers(amount);
  const there = new Set(
    (await model.find({}).select({ email: 1 }).lean()).map(({ email }) => email),
  );
  const missing = all.filter(({ email }) => !there.has(email));
  const made = { users: 0, recipes: 0, usersBefore: all.length - missing.length };
  const next = missing.values();
  const work = async () => {
    for (const user of next) {
      const random = new Random(amount.seed, Number.parseInt(user.id.slice(0, 8), 16));
      const restoring = new Restoring(user.id, new StoredRecipes(connection), false);
      await addOwned(services, user, restoring, pool, random, (count) => {
        made.recipes += count;
        onProgress(made.recipes);
      });
      const name = `${random.pick(firstNames)} ${random.pick(lastNames)}`;
      await model.create({ _id: user.id, email: user.email, name, passwordHash } as UserRecord);
      made.users++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return made;
}

async function addOwned(
  { recipes, planning, ownedData }: Services,
  { id, recipes: size }: SyntheticUser,
  restoring: Restoring,
  pool: readonly Ingredient[],
  random: Random,
  onAdded: (count: number) => void,
): Promise<void> {
  for (const data of ownedData) await data.removeAllOf(id);
  const ids: string[] = [];
  while (ids.length < size) {
    const length = Math.min(lotSize, size - ids.length);
    const lot = Array.from({ length }, (_, at) =>
      arrivalOf(ids.length + at, syntheticRecipe(random, pool)),
    );
    const { settled } = await recipes.restore(lot, restoring);
    ids.push(...settled.map((one) => one.id));
    onAdded(length);
  }
  await addPlanning(planning, id, ids, random);
}

/** As if it came with a file; the name gives it the same id in every run. */
function arrivalOf(number: number, { createdAt, updatedAt, ...input }: DatedRecipe) {
  const node = { '@id': `urn:recipe-book:synthetic:${number}` };
  return { node, fields: { input, picture: undefined }, createdAt, updatedAt };
}
