import { ApiError } from './api-error.ts';
import { toApiError } from './problem.ts';

/** How a client reaches the API and who it speaks for. */
export interface ClientOptions {
  /** Put before every path; empty in the browser, where the API has the page's own origin. */
  baseUrl?: string;
  /** The longest wait for a whole answer, in ms. */
  timeoutMs?: number;
  /** The access token to send with such a request, or null when there is none. */
  token: (method: string) => Promise<string | null>;
  /** A token in place of one that the server refused (null: none was sent), or null when there is none. */
  renew: (refused: string | null) => Promise<string | null>;
  /** The answer to a GET that was asked for, with the session's token, before the client was there. */
  begun?: (path: string) => Promise<Response | undefined> | undefined;
  /** Called when no answer came at all. */
  unreachable?: () => void;
}

/** What one call sends, and the signal that gives it up. */
export interface CallOptions {
  /** Sent as JSON, but for a Blob (a picture, a file), which is sent as it is. */
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** The version that the change is meant for; in another one the answer is 412. */
  ifMatch?: number | undefined;
  /** A UUID of its own for each thing that is to be done once, however often it is sent. */
  idempotencyKey?: string | undefined;
  /** The longest wait, in ms, where the client's is too short. */
  timeoutMs?: number;
}

/** Sends one request and gives the answer's JSON, typed by the caller after the API's contract. */
export type Call = <T>(method: string, path: string, options?: CallOptions) => Promise<T>;

/**
 * Makes the function that all requests go through. It rejects with an ApiError for every answer
 * that is not a success, for no answer (status 0), and for a success that is not JSON. A request whose token
 * was refused is sent once more with a new one.
 */
export function createClient(options: ClientOptions): Call {
  const { baseUrl = '', timeoutMs = 20_000, token, renew, begun, unreachable } = options;

  const send = async (method: string, path: string, call: CallOptions, sent: string | null) => {
    const timeout = AbortSignal.timeout(call.timeoutMs ?? timeoutMs);
    const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout;
    try {
      // Without a token there is no answer yet either: it waits for the same one.
      const ahead = method === 'GET' && sent ? begun?.(path)?.then(whole) : undefined;
      const early = ahead && (await orAborted(ahead, signal));
      if (early) return early;
      const headers = headersFor(call, sent);
      const request = { method, signal, headers, ...bodyOf(call.body) };
      return await whole(await fetch(baseUrl + path, request));
    } catch (error) {
      if (call.signal?.aborted) throw error;
      unreachable?.();
      throw new ApiError({ kind: timeout.aborted ? 'timeout' : 'offline', status: 0 });
    }
  };

  return async <T>(method: string, path: string, call: CallOptions = {}): Promise<T> => {
    const sent = await token(method);
    let answer = await send(method, path, call, sent);
    if (answer.response.status === 401) {
      const renewed = await renew(sent);
      if (renewed && renewed !== sent) answer = await send(method, path, call, renewed);
    }
    const { response, text } = answer;
    if (!response.ok) throw toApiError(response, text);
    // The server checks its answers against the contract; the type is that contract's.
    return (text === '' ? undefined : parseAnswer(response, text)) as T;
  };
}

interface Answer {
  readonly response: Response;
  readonly text: string;
}

function whole(response: Response): Promise<Answer>;
function whole(response: Response | undefined): Promise<Answer | undefined>;
async function whole(response: Response | undefined): Promise<Answer | undefined> {
  return response && { response, text: await response.text() };
}

/** Stops waiting for what does not know the signal itself. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let giveUp: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    giveUp = () => reject(signal.reason);
    signal.addEventListener('abort', giveUp);
  });
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', giveUp));
}

function headersFor({ body, ifMatch, idempotencyKey }: CallOptions, token: string | null): Headers {
  const headers = new Headers({ accept: 'application/json' });
  if (body instanceof Blob) headers.set('content-type', body.type);
  else if (body !== undefined) headers.set('content-type', 'application/json');
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (ifMatch !== undefined) headers.set('if-match', `"${ifMatch}"`);
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey);
  return headers;
}

function bodyOf(body: unknown): { body?: BodyInit } {
  if (body === undefined) return {};
  return { body: body instanceof Blob ? body : JSON.stringify(body) };
}

function parseAnswer(response: Response, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError({
      kind: 'unreadable',
      status: response.status,
      requestId: response.headers.get('x-request-id') ?? undefined,
    });
  }
}
