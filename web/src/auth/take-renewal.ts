import { begun } from '../early/begun.ts';
import type { Renewed } from './renewal.ts';

/** The renewal of the session that has begun before the app was there; once, so that the next one is a new request. */
export function takeRenewal(): Promise<Renewed> | undefined {
  const { renewal } = begun;
  begun.renewal = undefined;
  return renewal;
}
