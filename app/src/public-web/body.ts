import type { IncomingMessage } from 'node:http';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchFailed } from './errors.ts';

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads an answer whole.
 * @param maxBytes counted as sent and again when it is decompressed.
 * @throws FetchFailed when it is too large or damaged.
 */
export async function readBody(
  url: URL,
  response: IncomingMessage,
  maxBytes: number,
): Promise<Buffer> {
  try {
    const parts: Buffer[] = [];
    for await (const part of limited(decoded(response, maxBytes), maxBytes)) parts.push(part);
    return Buffer.concat(parts);
  } catch (error) {
    if (error instanceof FetchFailed) throw error;
    throw new FetchFailed('not-readable', `What ${url.host} sent is damaged.`);
  } finally {
    response.destroy();
  }
}

function decoded(response: IncomingMessage, maxBytes: number): AsyncIterable<Buffer> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return response;
  const decoder = Object.hasOwn(decoders, encoding) ? decoders[encoding]?.() : undefined;
  if (!decoder) throw new Error('The encoding is not known.');
  // Whoever reads the decoder is told of errors by it.
  return pipeline(Readable.from(limited(response, maxBytes)), decoder, () => {});
}

async function* limited(source: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const part of source) {
    size += part.length;
    if (size > maxBytes) {
      const most = (maxBytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 });
      throw new FetchFailed('too-large', `What is at this address is above ${most} MB.`);
    }
    yield part;
  }
}
