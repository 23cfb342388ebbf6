/**
 * What this worker uses of its global scope. TypeScript knows scopes of workers only instead of those of
 * pages, and one project holds both.
 */
export interface WorkerScope {
  readonly location: Location;
  readonly clients: { get(id: string): Promise<MessageTarget | undefined> };
  readonly registration: { readonly active: unknown };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

interface MessageTarget {
  postMessage(message: unknown): void;
}

export const scope = globalThis as unknown as WorkerScope;
