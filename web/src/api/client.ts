import { ApiError } from './api-error.ts';
import { toApiError } from './problem.ts';

/** How a client reaches the API and who it speaks for. */
export interface ClientOptions {
  /** Put before every path; empty in the browser, where the API has the page's own origin. */
  baseUrl?: string;
  /** The longest wait for a whole answer, in ms. */
  timeoutMs?: number;
  /** The access token to send, or null when nobody is signed in. */
  token: () => string | null;
  /** Called when the server refuses the token that was sent. */
  onTokenRefused: (token: string) => void;
}

/** One call's body and the signal that gives it up. */
interface CallOptions {
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/** Sends one request and gives the answer's JSON, typed by the caller after the API's contract. */
export type Call = <T>(method: string, path: string, options?: CallOptions) => Promise<T>;

/**
 * Makes the function that all requests go through. It rejects with an ApiError for every answer
 * that is not a success, for no answer (status 0), and for a success that is not JSON.
 */
export function createClient(options: ClientOptions): Call {
  const { baseUrl = '', timeoutMs = 20_000, token, onTokenRefused } = options;

  return async <T>(method: string, path: string, call: CallOptions = {}): Promise<T> => {
    const sentToken = token();
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout;
    let response: Response;
    let text: string;
    try {
      response = await fetch(baseUrl + path, {
        method,
        signal,
        headers: headersFor(call.body, sentToken),
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
      text = await response.text();
    } catch (error) {
      if (call.signal?.aborted) throw error;
      throw timeout.aborted ? tooSlow() : notReached();
    }
    if (!response.ok) {
      if (response.status === 401 && sentToken) onTokenRefused(sentToken);
      throw toApiError(response, text);
    }
    // The server checks its answers against the contract; the type is that contract's.
    return (text === '' ? undefined : parseAnswer(response, text)) as T;
  };
}

function headersFor(body: unknown, token: string | null): Headers {
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (token) headers.set('authorization', `Bearer ${token}`);
  return headers;
}

function parseAnswer(response: Response, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError({
      status: response.status,
      title: 'Unreadable answer',
      detail: 'The server answered with something other than data. Please try again.',
      requestId: response.headers.get('x-request-id') ?? undefined,
    });
  }
}

function notReached(): ApiError {
  return new ApiError({
    status: 0,
    title: 'No connection',
    detail: 'The server could not be reached. Check your connection and try again.',
  });
}

function tooSlow(): ApiError {
  return new ApiError({
    status: 0,
    title: 'No answer in time',
    detail: 'The server took too long to answer. Please try again.',
  });
}
