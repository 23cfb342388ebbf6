/** `failed`: died, and waits for its next start. */
export type State = 'waiting' | 'starting' | 'ready' | 'failed' | 'stopping' | 'stopped';

export interface PartStatus {
  readonly name: string;
  readonly state: State;
  /** When the state began, ISO. */
  readonly since: string;
  readonly restarts: number;
  /** The process, while there is one. */
  readonly process?: ProcessIdentity;
}

/** A process id alone may come to mean another process later; with its start it cannot. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

export interface SupervisorStatus {
  readonly supervisor: ProcessIdentity;
  /** When it started, ISO. */
  readonly since: string;
  readonly parts: readonly PartStatus[];
}
