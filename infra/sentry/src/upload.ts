import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SentryCli } from '@sentry/cli';

/** Something that a person can put right; its message says how. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
}

/** Where source maps go. */
export interface Destination {
  /** SENTRY_URL */
  readonly url: string;
  /** SENTRY_ORG */
  readonly org: string;
  /** SENTRY_PROJECT */
  readonly project: string;
  /** SENTRY_AUTH_TOKEN */
  readonly token: string;
  /** As errors of the front end name it. */
  readonly release: string;
}

/**
 * Uploads a built front end with its source maps. File and map have an id in common, by which Sentry finds the map.
 * @param built folder that is served
 * @param maps folder with the maps, by the same paths
 * @throws UploadError with what Sentry's program said.
 */
export async function uploadSourceMaps(
  { built, maps }: { readonly built: string; readonly maps: string },
  { url, org, project, token, release }: Destination,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-book-maps-'));
  try {
    cpSync(join(built, 'assets'), join(folder, 'assets'), { recursive: true });
    cpSync(maps, folder, { recursive: true });
    const to = ['--url', url, 'sourcemaps', 'upload', '--org', org, '--project', project];
    // By the environment, since everybody on the machine can read arguments.
    const env = { PATH: process.env['PATH'], SENTRY_AUTH_TOKEN: token };
    await promisify(execFile)(SentryCli.getPath(), [...to, '--release', release, folder], { env });
  } catch (error) {
    const {
      stdout = '',
      stderr = '',
      message,
    } = error as Error & Record<'stdout' | 'stderr', string>;
    throw new UploadError(`The source maps were not uploaded: ${stderr || stdout || message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
