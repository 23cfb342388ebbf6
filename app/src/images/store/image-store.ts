/** The files of a picture. */
export interface PictureFiles {
  readonly name: string;
  readonly widths: readonly number[];
}

/** Pictures whose files are removed at a time: S3 takes a thousand names, and a picture has a few. */
export const mostRemoved = 100;

/**
 * Where the files of pictures are. Names are not the keys of pictures but hashes of them: whoever sees
 * names, in a trace or in the list of a bucket, must not be able to open the pictures.
 */
export interface ImageStore {
  /** Keeps the files of a picture, by width, under a name that was never used before. */
  save(name: string, files: ReadonlyMap<number, Buffer>): Promise<void>;
  /** @returns `undefined` when there is no such file. */
  read(name: string, width: number): Promise<Buffer | undefined>;
  /** Removes the files of up to `mostRemoved` pictures. Doing it twice does no harm. */
  remove(pictures: readonly PictureFiles[]): Promise<void>;
}
