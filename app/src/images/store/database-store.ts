import { type Model, type mongo, trusted } from 'mongoose';
import type { ImageFileRecord } from './file-model.ts';
import type { ImageStore, PictureFiles } from './image-store.ts';

/** Keeps pictures in the database, one document a file, found by its id. */
export class DatabaseStore implements ImageStore {
  readonly #files: Model<ImageFileRecord>;

  constructor(files: Model<ImageFileRecord>) {
    this.#files = files;
  }

  async save(name: string, files: ReadonlyMap<number, Buffer>): Promise<void> {
    const records = [...files].map(([width, data]) => ({ _id: idOf(name, width), data }));
    await this.#files.insertMany(records);
  }

  async read(name: string, width: number): Promise<Buffer | undefined> {
    const found = await this.#files
      .findById(idOf(name, width))
      .select({ data: 1 })
      .lean<{ readonly data: mongo.Binary }>();
    return found ? Buffer.from(found.data.value()) : undefined;
  }

  async remove(pictures: readonly PictureFiles[]): Promise<void> {
    const ids = pictures.flatMap(({ name, widths }) => widths.map((width) => idOf(name, width)));
    await this.#files.deleteMany({ _id: trusted({ $in: ids }) });
  }
}

function idOf(name: string, width: number): string {
  return `${name}/${width}`;
}
