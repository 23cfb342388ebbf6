import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, Program } from '@recipe-book/test/program';

/** An S3-compatible service for one test file, with one bucket. */
export interface TestS3Server {
  /** What the app is told of it. */
  readonly settings: {
    readonly S3_ENDPOINT: string;
    readonly S3_BUCKET: string;
    readonly S3_REGION: string;
    readonly S3_ACCESS_KEY_ID: string;
    readonly S3_SECRET_ACCESS_KEY: string;
  };
  /** Where the objects of the bucket are, as files. */
  readonly folder: string;
  stop(): Promise<void>;
}

const bucket = 'pictures';
const accessKey = 'app';
const secretKey = 's3-s3cret';
const region = 'eu-test-1';

export async function startS3Server(): Promise<TestS3Server> {
  const root = await mkdtemp(join(tmpdir(), 'recipe-book-s3-'));
  const folder = join(root, 'data', bucket);
  const metadata = join(root, 'metadata');
  await mkdir(folder, { recursive: true });
  await mkdir(metadata);
  const address = `127.0.0.1:${await freePort()}`;
  const who = ['--port', address, '--access', accessKey, '--secret', secretKey, '--region', region];
  const program = await Program.start(
    'versitygw',
    [...who, 'posix', '--sidecar', metadata, join(root, 'data')],
    /listening on/,
  );
  await untilAnswering(`http://${address}/`);
  return {
    settings: {
      S3_ENDPOINT: `http://${address}`,
      S3_BUCKET: bucket,
      S3_REGION: region,
      S3_ACCESS_KEY_ID: accessKey,
      S3_SECRET_ACCESS_KEY: secretKey,
    },
    folder,
    async stop() {
      await program.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** It says that it listens shortly before it does. */
async function untilAnswering(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(url).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer) return;
    await wait(50);
  }
  throw new Error(`Nothing answers at ${url}.`);
}
