/**
 * Where the files of pictures are. Names are not the keys of pictures but hashes of them: whoever sees
 * names, in a trace or in the list of a bucket, must not be able to open the pictures.
 */
export interface ImageStore {
  /** Keeps the files of a picture, by width, under a name that was never used before. */
  save(name: string, files: ReadonlyMap<number, Buffer>): Promise<void>;
  /** @returns `undefined` when there is no such file. */
  read(name: string, width: number): Promise<Buffer | undefined>;
  /** Removes files of a picture. Doing it twice does no harm. */
  remove(name: string, widths: readonly number[]): Promise<void>;
}
