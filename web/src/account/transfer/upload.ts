import type { Restored } from '@recipe-book/app/schemas/transfer';
import { ApiError } from '../../api/api-error.ts';
import { toApiError } from '../../api/problem.ts';
import { currentToken, renewedToken } from '../../auth/keep-session.ts';

/** Envoy gives a body five minutes; the answer comes soon after. */
const timeout = 310_000;

/** A file on its way to the server. */
export interface Upload {
  file: File;
  /** Whether the name in the file replaces one's own. */
  replaceName: boolean;
  signal: AbortSignal;
  /** Told how much has been sent, from 0 to 1. */
  onProgress: (sent: number) => void;
}

/**
 * Adds what is in a file to the account.
 * @throws ApiError
 */
export async function uploadImport(upload: Upload): Promise<Restored> {
  const token = await currentToken();
  try {
    return await send(upload, token);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    return send(upload, await renewedToken(token));
  }
}

/** By XMLHttpRequest: `fetch` cannot tell how much of a body has been sent. */
function send(upload: Upload, token: string | null): Promise<Restored> {
  const { file, replaceName, signal, onProgress } = upload;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/import${replaceName ? '?profile=replace' : ''}`);
    request.timeout = timeout;
    request.setRequestHeader('content-type', 'application/ld+json');
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => {
      const { status, responseText } = request;
      if (status === 200) resolve(JSON.parse(responseText));
      else reject(toApiError({ status, headers: headersOf(request) }, responseText));
    };
    request.onerror = () => reject(new ApiError({ kind: 'offline', status: 0 }));
    request.ontimeout = () => reject(new ApiError({ kind: 'timeout', status: 0 }));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function headersOf(request: XMLHttpRequest): Headers {
  const lines = request.getAllResponseHeaders().trim().split('\r\n');
  return new Headers(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
}
