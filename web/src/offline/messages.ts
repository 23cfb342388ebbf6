/** What page and service worker tell each other. */
export type Message =
  /** To the page: the server did not answer, this is what was kept. */
  | { readonly type: 'answered-from-kept' }
  /** To a new service worker: take over now. */
  | { readonly type: 'take-over' };

/** Reads a message; anything else that was posted is none. */
export function asMessage(data: unknown): Message | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined;
  return data.type === 'answered-from-kept' || data.type === 'take-over'
    ? { type: data.type }
    : undefined;
}
