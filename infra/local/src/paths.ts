import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Root of the checkout. */
export const root = resolve(import.meta.dirname, '../../..');

/** Where one local stack keeps everything it writes; stacks on different ports do not meet. */
export interface StackPaths {
  readonly state: string;
  readonly config: string;
  readonly data: string;
  readonly keys: string;
  /** Only the owner may enter: whoever reaches an app's socket can claim to be any user. */
  readonly sockets: string;
  readonly logs: string;
  readonly telemetry: string;
  /** What the Collectors still have to send; outlives them. */
  readonly queue: string;
}

/** Makes the folder of a stack, which holds all its data and telemetry, for its owner alone. */
export function ownFolder(state: string): void {
  mkdirSync(state, { recursive: true });
  chmodSync(state, 0o700);
}

/** @param base folder for the state of all stacks; `.run` in the checkout unless a test chooses another. */
export function stackPaths(ingressPort: number, base = join(root, '.run')): StackPaths {
  const state = join(base, String(ingressPort));
  return {
    state,
    config: join(state, 'config'),
    data: join(state, 'data'),
    keys: join(state, 'keys'),
    sockets: join(state, 'sockets'),
    logs: join(state, 'logs'),
    telemetry: join(state, 'telemetry'),
    queue: join(state, 'queue'),
  };
}
