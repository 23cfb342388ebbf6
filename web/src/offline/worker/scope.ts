/**
 * What this worker uses of its global scope. TypeScript knows scopes of workers only instead of those of
 * pages, and one project holds both.
 */
export interface WorkerScope {
  readonly location: Location;
  readonly clients: {
    get(id: string): Promise<MessageTarget | undefined>;
    matchAll(options: { type: 'window' }): Promise<readonly AppWindow[]>;
    openWindow(path: string): Promise<unknown>;
  };
  /** Not in every browser (W3C, Cookie Store API). */
  readonly cookieStore?: { get(name: string): Promise<{ readonly value?: string } | null> };
  readonly registration: { readonly active: unknown };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: NotificationClick) => void): void;
}

/** A notification was tapped. */
interface NotificationClick {
  readonly notification: { close(): void };
  waitUntil(work: Promise<unknown>): void;
}

interface MessageTarget {
  postMessage(message: unknown): void;
}

/** A window or a tab of the app. */
export interface AppWindow extends MessageTarget {
  focus(): Promise<unknown>;
}

export const scope = globalThis as unknown as WorkerScope;
