import { type Model, type Types, trusted } from 'mongoose';
import { insertMissing } from '../database/insert-missing.ts';
import { readPage } from '../database/page.ts';
import { changeInTurn, type Expected, oneAtATime } from '../database/versions.ts';
import type { Page, PageQuery } from '../http/pagination.ts';
import { Slots } from '../slots.ts';
import { type Arrival, type Lookup, settle } from '../transfer/arrivals.ts';
import type { Restoring } from '../transfer/restoring.ts';
import { differences } from './differences.ts';
import { plain } from './plain.ts';

/** A document as stored; the schemas of the resources say what its other fields are. */
export interface OwnedRecord {
  readonly owner: Types.ObjectId;
  /** Goes up with every change, so that a change can tell whether there was another meanwhile. */
  readonly version: number;
  readonly [field: string]: unknown;
}

export type OwnedModel = Model<OwnedRecord>;

/** What every stored thing has besides its own fields. */
export interface Stored {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Which things a list shows, and in which order. An index must fit. */
interface ListQuery {
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly sort: Readonly<Record<string, 1 | -1>>;
}

/** Things read from the database at a time, where all are wanted. */
const batchSize = 100;
const storedFields = ['version', 'createdAt', 'updatedAt'];

/**
 * Things of one kind, each with an owner. Every operation sees those of one owner only.
 * `F` are the fields as the domain knows them: ids are strings.
 */
export class OwnedStore<F extends object> {
  readonly #model: OwnedModel;
  readonly #fields: readonly string[];
  readonly #turns = new Slots(oneAtATime);

  /** @param fields names of all fields of `F`. */
  constructor(model: OwnedModel, fields: readonly (keyof F & string)[]) {
    this.#model = model;
    this.#fields = fields;
  }

  /** One page of those that fit, with the fields asked for. */
  async page<K extends keyof F & string>(
    owner: string,
    { filter = {}, sort }: ListQuery,
    fields: readonly K[],
    query: PageQuery,
  ): Promise<Page<Pick<F, K> & Stored>> {
    const wanted = { ...filter, owner };
    const { items, ...rest } = await readPage(query, {
      find: (skip, most) =>
        this.#model
          .find(wanted)
          .select([...fields, ...storedFields])
          .sort(sort)
          .skip(skip)
          .limit(most)
          .lean(),
      count: () => this.#model.countDocuments(wanted),
    });
    return { items: items.map((one) => toDomain<Pick<F, K>>(one)), ...rest };
  }

  async create(owner: string, fields: F): Promise<F & Stored> {
    const made = await this.#model.create({ ...fields, owner, version: 1 });
    const { owner: _, ...own } = made.toObject();
    return toDomain<F>(own);
  }

  /** @returns `undefined` when the owner has no such thing; so do the others. */
  async find(owner: string, id: string): Promise<(F & Stored) | undefined> {
    const found = await this.#model.findOne({ _id: id, owner }).select(this.#selection).lean();
    return found ? toDomain<F>(found) : undefined;
  }

  /**
   * Changes one thing; when it is changed by somebody else meanwhile, the edit is made anew on top.
   * @param edit gives all fields as they shall be: those absent are taken away. `undefined` leaves
   *   the thing as it is, and is given back; so does what was given, when nothing is to be changed. It may run several times.
   * @throws ChangedMeanwhile when the thing is in none of the versions expected.
   * @throws TooBusy when too many changes of it wait already.
   */
  async update(
    owner: string,
    id: string,
    expected: Expected,
    edit: (current: F & Stored) => F | undefined | Promise<F>,
  ): Promise<(F & Stored) | undefined> {
    const changed = await this.#turns.run(`${owner} ${id}`, () =>
      changeInTurn(expected, {
        read: () => this.find(owner, id),
        write: async (current) => {
          const edited = await edit(current);
          if (edited === current) return current;
          return edited ? this.#write(owner, current, edited) : null;
        },
      }),
    );
    return changed ?? undefined;
  }

  /** @returns whether there was such a thing. @throws ChangedMeanwhile */
  async remove(owner: string, id: string, expected?: Expected): Promise<boolean> {
    const removed = await changeInTurn(expected, {
      read: async () =>
        (await this.#model.findOne({ _id: id, owner }).select('version').lean()) ?? undefined,
      write: async ({ version }) =>
        (await this.#model.deleteOne({ _id: id, owner, version })).deletedCount > 0 || undefined,
    });
    return removed === true;
  }

  /** Everything of an owner. */
  async *all(owner: string): AsyncGenerator<F & Stored> {
    const found = this.#model.find({ owner }).select(this.#selection).lean();
    for await (const one of found.cursor({ batchSize })) yield toDomain<F>(one);
  }

  /**
   * Adds things of a file with the dates that they had, unless they are here already.
   * @param label the field by which a person knows such a thing.
   * @returns how many were added.
   */
  async restore(
    arrivals: readonly Arrival<F>[],
    restoring: Restoring,
    label: keyof F & string,
  ): Promise<number> {
    const { owner } = restoring;
    const settled = await settle(arrivals, restoring, this.#lookup(owner, label));
    const records = settled
      .filter(({ isNew }) => isNew)
      .map(({ id, arrival: { fields, createdAt, updatedAt } }) => {
        return { ...fields, _id: id, owner, version: 1, createdAt, updatedAt };
      });
    return insertMissing(this.#model, records);
  }

  #lookup(owner: string, label: keyof F & string): Lookup<F> {
    const find = async (filter: Record<string, unknown>) => {
      const found = await this.#model
        .find({ ...filter, owner })
        .select([label, 'createdAt'])
        .lean();
      return found.map(({ _id, ...record }) => ({
        id: String(_id),
        label: String(record[label]),
        createdAt: record['createdAt'] as Date,
      }));
    };
    return {
      label: (fields) => String(fields[label]),
      byIds: (ids) => find({ _id: trusted({ $in: ids }) }),
      alike: (labels, moments) =>
        find({ [label]: trusted({ $in: labels }), createdAt: trusted({ $in: moments }) }),
    };
  }

  async #write(
    owner: string,
    { id, version, ...current }: F & Stored,
    wanted: F,
  ): Promise<(F & Stored) | undefined> {
    const { set, unset } = differences(current, wanted, this.#fields);
    const changed = await this.#model
      .findOneAndUpdate(
        // The places of elements in lists are those of this version.
        { _id: id, owner, version },
        {
          ...(Object.keys(set).length > 0 && { $set: set }),
          ...(unset.length > 0 && { $unset: Object.fromEntries(unset.map((name) => [name, 1])) }),
          $inc: { version: 1 },
        },
        { returnDocument: 'after' },
      )
      .select(this.#selection)
      .lean();
    return changed ? toDomain<F>(changed) : undefined;
  }

  get #selection(): string[] {
    return [...this.#fields, ...storedFields];
  }
}

/** The schema of the model has checked the fields when they were written. */
function toDomain<F>({ _id, ...fields }: Record<string, unknown>): F & Stored {
  return { id: String(_id), ...(plain(fields) as object) } as F & Stored;
}
