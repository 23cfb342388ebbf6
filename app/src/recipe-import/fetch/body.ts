import type { IncomingMessage } from 'node:http';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { ImportFailed, pasteInstead } from '../errors.ts';

/** Largest page, bytes, counted as sent and again when it is decompressed. */
const maxPage = 2 * 1024 * 1024;

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Reads the text of an answer. @throws ImportFailed when it is too large or damaged. */
export async function readBody(url: URL, response: IncomingMessage): Promise<string> {
  try {
    const parts: Buffer[] = [];
    for await (const part of limited(decoded(response))) parts.push(part);
    return decodeText(Buffer.concat(parts), response.headers['content-type'] ?? '');
  } catch (error) {
    if (error instanceof ImportFailed) throw error;
    throw new ImportFailed('not-readable', `${url.host} sent a damaged page. ${pasteInstead}`);
  } finally {
    response.destroy();
  }
}

function decoded(response: IncomingMessage): AsyncIterable<Buffer> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return response;
  const decoder = Object.hasOwn(decoders, encoding) ? decoders[encoding]?.() : undefined;
  if (!decoder) throw new Error('The encoding is not known.');
  // Whoever reads the decoder is told of errors by it.
  return pipeline(Readable.from(limited(response)), decoder, () => {});
}

async function* limited(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const part of source) {
    size += part.length;
    if (size > maxPage) {
      throw new ImportFailed('too-large', `The page is above ${maxPage / 1024 / 1024} MB.`);
    }
    yield part;
  }
}

/** By the charset of the header, else of the page's own `meta`, else UTF-8. */
function decodeText(bytes: Buffer, contentType: string): string {
  const charset = /charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i;
  const start = bytes.subarray(0, 1024).toString('latin1');
  const label = (charset.exec(contentType) ?? charset.exec(start))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
