import type { Scene } from './scene.ts';

/** Something that happens to a cluster while people use the app. */
export interface Event {
  /** As in a table: "rolling update". */
  readonly name: string;
  /** How many people use the app meanwhile; default 8, some 100 requests a second. */
  readonly cooks?: number;
  /** Brings it about, and returns when the cluster is calm again. */
  run(scene: Scene, mark: Mark): Promise<void>;
}

/**
 * Called at the instant at which a process is killed: the requests that its pod is answering then may
 * be lost, and no other.
 */
export type Mark = () => void;
