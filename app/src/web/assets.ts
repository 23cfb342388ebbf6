import { globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { RequestHandler } from 'express';

/** Codings that the build makes, the best first, and the ends of their files' names. */
const codings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** A file of the build, and as the build has compressed it. */
interface Asset {
  readonly plain: Buffer;
  readonly coded: readonly { readonly coding: string; readonly bytes: Buffer }[];
}

/**
 * Sends the files of the build whose names change with their content, compressed where the build has done so and the
 * client takes it. They are kept in memory, 2 MB: reading one each time costs four trips to the thread pool, which is
 * most of what such a request takes. What comes into the folder later is left to what stands behind.
 * @param folder read at once.
 */
export function assets(folder: string): RequestHandler {
  const files = readAssets(folder);
  return (request, response, next) => {
    const name = request.path.slice(1);
    const file = files.get(name);
    if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    const { plain, coded } = file;
    if (coded.length > 0) response.vary('Accept-Encoding');
    const taken = coded.find(({ coding }) => request.acceptsEncodings(coding));
    // The address tells its content.
    response.set('ETag', `"${taken?.coding ?? 'plain'}"`);
    // Of a 304 it would say nothing (RFC 9110 section 15.4.5).
    if (taken && !request.fresh) response.set('Content-Encoding', taken.coding);
    response.set('Cache-Control', 'public, max-age=31536000, immutable');
    response.type(extname(name)).send(taken?.bytes ?? plain);
  };
}

function readAssets(folder: string): Map<string, Asset> {
  const entries = globSync('*', { cwd: folder, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const bytes = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  const assetOf = (name: string, plain: Buffer): Asset => {
    const coded = codings.flatMap(([coding, ending]) => {
      const packed = bytes.get(name + ending);
      return packed ? [{ coding, bytes: packed }] : [];
    });
    return { plain, coded };
  };
  return new Map([...bytes].map(([name, plain]) => [name, assetOf(name, plain)]));
}
