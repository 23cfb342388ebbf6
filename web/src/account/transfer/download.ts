import { ApiError } from '../../api/api-error.ts';
import { toApiError } from '../../api/problem.ts';
import { withToken } from '../../auth/with-token.ts';

/** A file that came from the server. */
export interface Download {
  blob: Blob;
  name: string;
}

/**
 * Fetches the file of everything. A link cannot do it, since the token that opens it is in memory. The browser
 * keeps a large Blob on disk.
 * @param onProgress told the bytes so far; nobody knows how many there will be
 * @throws ApiError; what has come by then is dropped, since a file that is cut off is no backup
 */
export async function downloadExport(
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<Download> {
  const response = await withToken((token) => ask(token, signal));
  if (!response.ok || !response.body) throw toApiError(response, await response.text());
  let bytes = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      onProgress(bytes);
      controller.enqueue(chunk);
    },
  });
  const type = response.headers.get('content-type') ?? 'application/ld+json';
  const counted = new Response(response.body.pipeThrough(counter), {
    headers: { 'content-type': type },
  });
  const disposition = response.headers.get('content-disposition') ?? '';
  const name = /filename="([^"]+)"/.exec(disposition)?.[1] ?? 'recipe-book.jsonld';
  return { blob: await orOffline(counted.blob(), signal), name };
}

/** Gives a file to the browser, which puts it where downloads go. */
export function save({ blob, name }: Download): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function ask(token: string | null, signal: AbortSignal): Promise<Response> {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  return orOffline(fetch('/api/export', { headers, signal }), signal);
}

/** Like the API client: a connection that fails is an ApiError, to be given up is not. */
async function orOffline<T>(operation: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await operation;
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiError({ kind: 'offline', status: 0 });
  }
}
