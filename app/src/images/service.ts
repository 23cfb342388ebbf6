import { type Model, Types, trusted } from 'mongoose';
import type { Logger } from '../logging/logger.ts';
import { hashOfToken, newLinkToken } from '../secret-link.ts';
import { convert } from './convert/convert.ts';
import type { PictureRecord } from './model.ts';
import { type ImageStore, mostRemoved } from './store/image-store.ts';
import { type StoredImage, widthsUpTo } from './stored-image.ts';

/** After this time a picture that its recipe does not show will never be shown, milliseconds. */
const leftOverAfter = 60 * 60 * 1000;

type Listed = Pick<PictureRecord, '_id' | 'widths' | 'createdAt'>;

/** A recipe and who has it. */
export interface PictureOf {
  readonly owner: string;
  readonly recipe: string;
}

/**
 * Pictures and their files. A recipe points to a picture only once all its files are stored, and the
 * files go only when no recipe points to them: what a crash leaves behind is a picture that nobody
 * sees. It is listed, so it goes with the next change of the picture, the recipe or the account.
 */
export class PictureService {
  readonly #pictures: Model<PictureRecord>;
  readonly #store: ImageStore;
  readonly #logger: Logger;

  constructor(pictures: Model<PictureRecord>, store: ImageStore, logger: Logger) {
    this.#pictures = pictures;
    this.#store = store;
    this.#logger = logger;
  }

  /** Stores a picture for a recipe that is to show it. @throws PictureRefused */
  async add(of: PictureOf, bytes: Buffer): Promise<StoredImage> {
    const { width, height, files } = await convert(bytes, of.owner);
    return { key: await this.#save(of, files), width, height };
  }

  /** @returns the same picture for another recipe; `undefined` when it is gone. */
  async copy(of: PictureOf, { key, width, height }: StoredImage): Promise<StoredImage | undefined> {
    const files = new Map<number, Buffer>();
    for (const each of widthsUpTo(width)) {
      const data = await this.read(key, each);
      if (!data) return undefined;
      files.set(each, data);
    }
    return { key: await this.#save(of, files), width, height };
  }

  /** A file, for whoever knows the key. */
  read(key: string, width: number): Promise<Buffer | undefined> {
    return this.#store.read(hashOfToken(key), width);
  }

  /** The largest file of a picture. @returns `undefined` when the owner has no such picture. */
  async export(
    owner: string,
    { key, width }: Pick<StoredImage, 'key' | 'width'>,
  ): Promise<Buffer | undefined> {
    const known = await this.#pictures.exists({ _id: hashOfToken(key), owner });
    return known ? this.read(key, width) : undefined;
  }

  /** Removes a picture that no recipe points to. A failure is logged: what was asked for is done. */
  async discard({ key, width }: StoredImage): Promise<void> {
    await this.#orLog(() => this.#remove([{ _id: hashOfToken(key), widths: widthsUpTo(width) }]));
  }

  /**
   * Removes what a recipe has shown before, and what was left over from earlier.
   * @param shown what it shows now.
   */
  async discardOthers(of: PictureOf, before?: StoredImage, shown?: StoredImage): Promise<void> {
    await this.#orLog(async () => {
      const kept = shown && hashOfToken(shown.key);
      const replaced = before && hashOfToken(before.key);
      for (const picture of await this.#listed(of)) {
        const isOld = picture.createdAt.getTime() < Date.now() - leftOverAfter;
        const isUnused = picture._id === replaced || isOld;
        if (picture._id !== kept && isUnused) await this.#remove([picture]);
      }
    });
  }

  /** Removes all that belongs to a recipe which is gone. A failure is logged. */
  async discardAll(of: PictureOf): Promise<void> {
    await this.#orLog(async () => {
      for (const picture of await this.#listed(of)) await this.#remove([picture]);
    });
  }

  /** Removes all that a user has. Doing it twice does no harm. */
  async removeAllOf(owner: string): Promise<void> {
    for (;;) {
      const some = await this.#pictures
        .find({ owner })
        .select({ widths: 1 })
        .limit(mostRemoved)
        .lean();
      if (some.length === 0) return;
      await this.#remove(some);
    }
  }

  async #save({ owner, recipe }: PictureOf, files: ReadonlyMap<number, Buffer>): Promise<string> {
    const key = newLinkToken();
    const name = hashOfToken(key);
    await this.#pictures.create({
      _id: name,
      owner: new Types.ObjectId(owner),
      recipe: new Types.ObjectId(recipe),
      widths: [...files.keys()],
    });
    await this.#store.save(name, files);
    return key;
  }

  #listed({ owner, recipe }: PictureOf): Promise<Listed[]> {
    return this.#pictures.find({ owner, recipe }).select({ widths: 1, createdAt: 1 }).lean();
  }

  /** The files first: what is listed may still have some. */
  async #remove(pictures: readonly Pick<Listed, '_id' | 'widths'>[]): Promise<void> {
    await this.#store.remove(pictures.map(({ _id, widths }) => ({ name: _id, widths })));
    const ids = pictures.map(({ _id }) => _id);
    await this.#pictures.deleteMany({ _id: trusted({ $in: ids }) });
  }

  async #orLog(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#logger.warn({ error }, 'a picture that nobody sees any more could not be removed');
    }
  }
}
