import { AwsClient } from 'aws4fetch';
import { ImageStoreAway } from '../errors.ts';
import type { ImageStore } from './image-store.ts';

/** Where an S3-compatible service is and how it is used. */
export interface S3Settings {
  /** S3_ENDPOINT */
  readonly endpoint: string;
  /** S3_BUCKET; it must exist. */
  readonly bucket: string;
  /** S3_REGION */
  readonly region: string;
  /** S3_ACCESS_KEY_ID */
  readonly accessKeyId: string;
  /** S3_SECRET_ACCESS_KEY */
  readonly secretAccessKey: string;
}

/** How long one request may take with all its tries, milliseconds. */
const timeLimit = 10_000;
/** Tries after the first one, when the service says that it is too busy. */
const retries = 2;
const notFound = 404;
const noSuchKey = '<Code>NoSuchKey</Code>';

/** Keeps pictures in a bucket of an S3-compatible service, one object a file. */
export class S3Store implements ImageStore {
  readonly #client: AwsClient;
  readonly #bucket: string;

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings) {
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries });
    // The bucket stands in the path: so every service takes it, also one without names of its own.
    this.#bucket = `${endpoint.replace(/\/$/, '')}/${bucket}`;
  }

  async save(name: string, files: ReadonlyMap<number, Buffer>): Promise<void> {
    await Promise.all([...files].map(([width, data]) => this.#send('PUT', name, width, data)));
  }

  read(name: string, width: number): Promise<Buffer | undefined> {
    return this.#send('GET', name, width);
  }

  async remove(name: string, widths: readonly number[]): Promise<void> {
    await Promise.all(widths.map((width) => this.#send('DELETE', name, width)));
  }

  /** @returns what came back; `undefined` when there is no such object. @throws ImageStoreAway */
  async #send(
    method: 'GET' | 'PUT' | 'DELETE',
    name: string,
    width: number,
    data?: Buffer,
  ): Promise<Buffer | undefined> {
    const url = `${this.#bucket}/${name}/${width}.webp`;
    try {
      const response = await this.#client.fetch(url, {
        method,
        signal: AbortSignal.timeout(timeLimit),
        ...(data && { body: new Uint8Array(data), headers: { 'Content-Type': 'image/webp' } }),
      });
      const content = Buffer.from(await response.arrayBuffer());
      if (response.ok) return content;
      // A bucket that is not there is 404 as well, and says nothing of what is stored.
      if (response.status === notFound && content.includes(noSuchKey)) return undefined;
      throw new ImageStoreAway(`The image store answered ${response.status} to ${method}.`);
    } catch (error) {
      if (error instanceof ImageStoreAway) throw error;
      throw new ImageStoreAway(`The image store did not answer ${method}.`, { cause: error });
    }
  }
}
