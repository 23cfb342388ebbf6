import type { Model, Types } from 'mongoose';
import type { Page, PageQuery } from '../http/pagination.ts';
import { HttpProblem } from '../http/problem.ts';
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

/** How often a change is tried again when others change the same thing at the same moment. */
const maxAttempts = 20;
/** What the documentation says of that. */
export const busyReply = { 409: { description: 'Others are changing it all the time' } } as const;
const storedFields = ['version', 'createdAt', 'updatedAt'];

/**
 * Things of one kind, each with an owner. Every operation sees those of one owner only.
 * `F` are the fields as the domain knows them: ids are strings.
 */
export class OwnedStore<F extends object> {
  readonly #model: OwnedModel;
  readonly #fields: readonly string[];

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
    { page, limit }: PageQuery,
  ): Promise<Page<Pick<F, K> & Stored>> {
    const wanted = { ...filter, owner };
    const [found, total] = await Promise.all([
      this.#model
        .find(wanted)
        .select([...fields, ...storedFields])
        .sort(sort)
        .skip((page - 1) * limit)
        .limit(limit)
        .lean(),
      this.#model.countDocuments(wanted),
    ]);
    return { items: found.map((one) => toDomain<Pick<F, K>>(one)), page, limit, total };
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
   * @param edit gives all fields as they shall be: those absent are taken away; or nothing, when there
   * is nothing to change. It may run several times.
   */
  async update(
    owner: string,
    id: string,
    edit: (current: F & Stored) => F | undefined | Promise<F | undefined>,
  ): Promise<(F & Stored) | undefined> {
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const current = await this.find(owner, id);
      if (!current) return undefined;
      const edited = await edit(current);
      if (!edited) return undefined;
      const changed = await this.#write(owner, id, current.version, edited);
      if (changed) return changed;
    }
    throw new HttpProblem(409, 'Others are changing the same thing all the time; try again.', {
      code: 'busy',
    });
  }

  /** @returns whether there was such a thing. */
  async remove(owner: string, id: string): Promise<boolean> {
    return (await this.#model.deleteOne({ _id: id, owner })).deletedCount > 0;
  }

  async #write(
    owner: string,
    id: string,
    version: number,
    fields: F,
  ): Promise<(F & Stored) | undefined> {
    const values = new Map(Object.entries(fields));
    const given = this.#fields.filter((name) => values.get(name) !== undefined);
    const absent = this.#fields.filter((name) => values.get(name) === undefined);
    const changed = await this.#model
      .findOneAndUpdate(
        { _id: id, owner, version },
        {
          $set: Object.fromEntries(given.map((name) => [name, values.get(name)])),
          ...(absent.length > 0 && { $unset: Object.fromEntries(absent.map((name) => [name, 1])) }),
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
