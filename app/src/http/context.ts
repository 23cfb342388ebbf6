import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known of the request being served; it stands on every log line and span made meanwhile. */
export interface RequestContext {
  readonly requestId: string;
  /** Address of the client, as Envoy saw it. */
  readonly ip: string;
  readonly method: string;
  /** Without the query string and without the secrets of links, which should not be logged. */
  readonly path: string;
  /** Opaque id of the signed-in user. */
  readonly userId?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The request being served, or `undefined` outside of one. */
export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs an action, and all that it starts, as part of a request. */
export function runInRequest<T>(request: RequestContext, action: () => T): T {
  return storage.run(request, action);
}
