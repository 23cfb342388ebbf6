import type { Scene } from './scene.ts';

/** Something that must be true of the running app, seen from outside. */
export interface Check {
  /** As a sentence: "limits are exact over three pods". */
  readonly name: string;
  /** @throws when it is not true. */
  run(scene: Scene): Promise<void>;
}
