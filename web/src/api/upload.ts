import { withToken } from '../auth/with-token.ts';
import { ApiError } from './api-error.ts';
import { toApiError } from './problem.ts';

/** A file on its way to the server. */
export interface Upload {
  method: 'POST' | 'PUT';
  path: string;
  body: Blob;
  /** What it is sent as. */
  type: string;
  /** The version that the change is meant for; in another one the answer is 412. */
  ifMatch?: number;
  signal?: AbortSignal | undefined;
  /** The longest wait for the whole answer, ms. */
  timeoutMs: number;
  /** Told how much has been sent, from 0 to 1. */
  onProgress: (sent: number) => void;
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/**
 * Sends a file and gives the answer's JSON.
 * @throws ApiError; the signal's reason when it is given up
 */
export async function uploadFile<T>(upload: Upload): Promise<T> {
  const answer = await withToken((token) => send(upload, token));
  if (answer.status < 200 || answer.status > 299) throw toApiError(answer, answer.text);
  // The server checks its answers against the contract; the type is that contract's.
  return JSON.parse(answer.text) as T;
}

/** By XMLHttpRequest: `fetch` cannot tell how much of a body has been sent. */
function send(upload: Upload, token: string | null): Promise<Answer> {
  const { method, path, body, type, ifMatch, signal, timeoutMs, onProgress } = upload;
  return new Promise((resolve, reject) => {
    // It may have been given up while the token was waited for.
    signal?.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.timeout = timeoutMs;
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', type);
    if (ifMatch !== undefined) request.setRequestHeader('if-match', `"${ifMatch}"`);
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      resolve({
        status: request.status,
        headers: headersOf(request),
        text: request.responseText,
      });
    request.onerror = () => reject(new ApiError({ kind: 'offline', status: 0 }));
    request.ontimeout = () => reject(new ApiError({ kind: 'timeout', status: 0 }));
    request.onabort = () => reject(signal?.reason);
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}

function headersOf(request: XMLHttpRequest): Headers {
  const lines = request.getAllResponseHeaders().trim().split('\r\n').filter(Boolean);
  return new Headers(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
}
