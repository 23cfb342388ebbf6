import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { ImageStoreAway } from '../errors.ts';
import type { ImageStore, PictureFiles } from './image-store.ts';

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
    const headers = { 'Content-Type': 'image/webp' };
    await Promise.all(
      [...files].map(([width, data]) => this.#send('PUT', keyOf(name, width), data, headers)),
    );
  }

  read(name: string, width: number): Promise<Buffer | undefined> {
    return this.#send('GET', keyOf(name, width));
  }

  /** All in one request: an account may have thousands. */
  async remove(pictures: readonly PictureFiles[]): Promise<void> {
    const keys = pictures.flatMap(({ name, widths }) => widths.map((width) => keyOf(name, width)));
    if (keys.length === 0) return;
    const objects = keys.map((key) => `<Object><Key>${key}</Key></Object>`).join('');
    const body = Buffer.from(`<Delete><Quiet>true</Quiet>${objects}</Delete>`);
    // The service wants one, and this is the only kind that all know.
    const checksum = createHash('md5').update(body).digest('base64');
    const headers = { 'Content-Type': 'application/xml', 'Content-MD5': checksum };
    const answer = await this.#send('POST', '?delete', body, headers);
    // It is a success for the whole whatever became of each; objects that are gone are no errors.
    if (answer?.includes('<Error>')) {
      throw new ImageStoreAway('The image store did not remove all that it was told to.');
    }
  }

  /** @returns what came back; `undefined` when there is no such object. @throws ImageStoreAway */
  async #send(
    method: 'GET' | 'PUT' | 'POST',
    path: string,
    data?: Buffer,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Buffer | undefined> {
    try {
      const response = await this.#client.fetch(`${this.#bucket}/${path}`, {
        method,
        signal: AbortSignal.timeout(timeLimit),
        ...(data && { body: new Uint8Array(data) }),
        ...(headers && { headers }),
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

/** Names hold nothing that XML or an address would read otherwise. */
function keyOf(name: string, width: number): string {
  return `${name}/${width}.webp`;
}
