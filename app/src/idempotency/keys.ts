import type { Model } from 'mongoose';
import { isDuplicate } from '../database/errors.ts';
import { KeySecrets } from './key-secrets.ts';
import type { IdempotencyRecord } from './model.ts';

/** How long an attempt keeps others away, milliseconds: longer than Envoy waits for an answer. */
const lease = 60_000;

/** How often a key is tried again that others give up or take at the same moment. */
const maxTries = 5;

/** The first attempt at a request, which ends with one of these. */
export interface Attempt {
  /** Keeps the answer for those who ask again. @returns false when the lease was over. */
  keep(answer: string): Promise<boolean>;
  /** Gives the key up, so that the request can be tried again. */
  giveUp(): Promise<void>;
}

/** What to do with a request that carries a key. */
type Begun =
  | { readonly kind: 'first'; readonly attempt: Attempt }
  | { readonly kind: 'answered'; readonly answer: string }
  | { readonly kind: 'under way' }
  | { readonly kind: 'other request' };

/**
 * The keys of all users. Of all who begin with a key at the same time, on whatever instance, the
 * unique index lets one through.
 */
export class IdempotencyKeys {
  readonly #records: Model<IdempotencyRecord>;
  readonly #lifetime: number;

  /** @param ttl how long an answer is kept, seconds. */
  constructor(records: Model<IdempotencyRecord>, ttl: number) {
    this.#records = records;
    this.#lifetime = ttl * 1000;
  }

  /** @param request all that tells it from others, as JSON or bytes. */
  async begin(owner: string, key: string, request: unknown): Promise<Begun> {
    const secrets = new KeySecrets(owner, key);
    const mine = { owner, key: secrets.name, request: secrets.fingerprint(request) };
    for (let tries = 0; tries < maxTries; tries += 1) {
      const attempt = await this.#attempt(mine, secrets);
      if (attempt) return { kind: 'first', attempt };
      const found = await this.#records
        .findOne({ owner, key: mine.key })
        .select({ request: 1, expiresAt: 1 })
        .lean();
      if (!found) continue;
      if (found.expiresAt.getTime() <= Date.now()) {
        await this.#removeExpired(found);
        continue;
      }
      if (found.request !== mine.request) return { kind: 'other request' };
      // An answer may have megabytes, so it is read only when it is given.
      const kept = await this.#records.findById(found._id).select({ answer: 1 }).lean();
      if (kept && !kept.answer) return { kind: 'under way' };
      if (kept?.answer) return { kind: 'answered', answer: secrets.open(kept.answer) };
    }
    return { kind: 'under way' };
  }

  /** @returns `undefined` when there is a record of the key. */
  async #attempt(
    mine: { owner: string; key: string; request: string },
    secrets: KeySecrets,
  ): Promise<Attempt | undefined> {
    const expiresAt = new Date(Date.now() + lease);
    try {
      const { _id } = await this.#records.create({ ...mine, expiresAt });
      return {
        keep: async (answer) => {
          const kept = { answer: secrets.seal(answer), expiresAt: this.#endOfLife() };
          return (await this.#records.updateOne({ _id }, { $set: kept })).matchedCount > 0;
        },
        giveUp: async () => {
          await this.#records.deleteOne({ _id });
        },
      };
    } catch (error) {
      if (isDuplicate(error)) return undefined;
      throw error;
    }
  }

  /** Unless it was answered this very moment, which gave it more time. */
  async #removeExpired({
    _id,
    expiresAt,
  }: Pick<IdempotencyRecord, '_id' | 'expiresAt'>): Promise<void> {
    await this.#records.deleteOne({ _id, expiresAt });
  }

  #endOfLife(): Date {
    return new Date(Date.now() + this.#lifetime);
  }
}
