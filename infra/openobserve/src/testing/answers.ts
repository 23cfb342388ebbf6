/** An answer of the stand-in. */
export interface Reply {
  readonly status: number;
  /** Text goes as text/plain, anything else as JSON. */
  readonly body: unknown;
}

/** The versions that the stand-in can be: one that was seen, and one that is known from its source. */
export type Version = '0.16.3' | '0.92.2';

export type Body = Readonly<Record<string, unknown>>;

/** What a handler gets of a request. */
export interface Asked {
  /** The parts of the path that the route leaves open. */
  readonly at: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Body;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const says = (status: number, message: string, more: object = {}): Reply => ({
  status,
  body: { code: status, message, ...more },
});

/** `null` where nothing stands, as OpenObserve answers. */
export function filled(keys: readonly string[], body: Body): Body {
  return { ...Object.fromEntries(keys.map((key) => [key, null])), ...body };
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

export function object(value: unknown): Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Body)
    : {};
}
