import { OpenObserveError } from './client/errors.ts';

/** What an answer must be for the program to go on. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw unexpected('an object');
}

export function records(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.map(record);
  throw unexpected('a list');
}

export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw unexpected('a text');
}

function unexpected(what: string): OpenObserveError {
  return new OpenObserveError(
    `OpenObserve answered something else than ${what}: is OPENOBSERVE_URL an OpenObserve of a version between 0.16.3 and 0.92.2?`,
    400,
  );
}
