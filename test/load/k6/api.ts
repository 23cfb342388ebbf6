import http, { type RefinedResponse, type RequestBody, type ResponseType } from 'k6/http';
import { environment } from './environment.ts';

/** What is asked for besides a method and a route. */
export interface Ask {
  /** What stands in the route for `:id` and the like. */
  readonly params?: Readonly<Record<string, string>>;
  /** Goes behind the route: `?q=soup`. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; bytes are sent as they are. */
  readonly body?: object;
}

/** A resource with its version, as `If-Match` wants it. */
export interface Stored {
  readonly id: string;
  readonly version: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** Each virtual user has this module, and so the token, to itself. */
let accessToken = '';

/** From now on requests of this virtual user carry the token. */
export function useToken(token: string): void {
  accessToken = token;
}

/** What browsers send with everything. */
const always = { 'accept-encoding': 'gzip, deflate, br' };

/**
 * Sends one request to the API. All of one route have one name in the figures.
 * @throws Error when it is refused or fails.
 */
export function api<T>(method: string, route: string, ask: Ask = {}): T {
  const response = send(method, route, ask);
  if (response.status >= 200 && response.status < 300) return response.json() as T;
  const why = response.error || String(response.body).slice(0, 200);
  throw new Error(`${method} ${route}: ${response.status} ${why}`);
}

/** The same with whatever answer comes. */
export function send(
  method: string,
  route: string,
  { params = {}, query = '', headers = {}, body }: Ask = {},
): RefinedResponse<ResponseType | undefined> {
  const path = route.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');
  return http.request(method, `${environment.origin}${path}${query}`, payload(body), {
    headers: {
      ...always,
      accept: 'application/json',
      ...(accessToken && { authorization: `Bearer ${accessToken}` }),
      ...(body && !(body instanceof ArrayBuffer) && { 'content-type': 'application/json' }),
      ...headers,
    },
    tags: { name: `${method} ${route}`, kind: 'api' },
  });
}

function payload(body: object | undefined): RequestBody | null {
  if (body === undefined) return null;
  return body instanceof ArrayBuffer ? body : JSON.stringify(body);
}

/**
 * Gets files as a page does, several at once.
 * @param name of them all in the figures.
 * @throws Error when one is not there.
 */
export function getFiles(paths: readonly string[], name: string): void {
  const files = http.batch(
    paths.map((path) => ({
      method: 'GET',
      url: environment.origin + path,
      params: { headers: always, tags: { name }, responseType: 'none' as const },
    })),
  );
  for (const { status, url } of files) if (status !== 200) throw new Error(`${url}: ${status}`);
}

/** Gets a page of the front end. @throws Error when it is not there. */
export function getPage(path: string): string {
  const { status, body } = http.get(environment.origin + path, {
    headers: { ...always, accept: 'text/html' },
    tags: { name: `GET ${path}` },
  });
  if (status !== 200 || typeof body !== 'string') throw new Error(`${path}: ${status}`);
  return body;
}

/** The header that refuses a change of what somebody else has changed meanwhile. */
export function ifMatch({ version }: Stored): Record<string, string> {
  return { 'if-match': `"${version}"` };
}
