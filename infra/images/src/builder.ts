import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A program that makes images out of a Dockerfile. */
export type Builder = 'docker' | 'buildah';

export interface Build {
  /** Name and tag. */
  readonly image: string;
  /** Path of the Dockerfile, from the root of the repository. */
  readonly dockerfile: string;
  /** Values of its ARGs. */
  readonly args: Readonly<Record<string, string>>;
  /** Time that the image and its files bear, Unix seconds: the same source gives the same image. */
  readonly epoch: number;
}

/** The first of Docker and buildah that works here. */
export async function findBuilder(): Promise<Builder | undefined> {
  if (await answers('docker', ['info', '--format', '{{.ID}}'])) return 'docker';
  if (await answers('buildah', ['--version'])) return 'buildah';
  return undefined;
}

/** What the program is called with, from the root of the repository. */
export function buildArguments(builder: Builder, { image, dockerfile, args, epoch }: Build) {
  const values = Object.entries(args).flatMap(([name, value]) => [
    '--build-arg',
    `${name}=${value}`,
  ]);
  const common = ['--file', dockerfile, '--tag', image, ...values, '.'];
  return builder === 'docker'
    ? ['build', '--build-arg', `SOURCE_DATE_EPOCH=${epoch}`, ...common]
    : ['build', '--layers', '--timestamp', String(epoch), ...common];
}

async function answers(command: string, args: readonly string[]): Promise<boolean> {
  try {
    await promisify(execFile)(command, args);
    return true;
  } catch {
    return false;
  }
}
