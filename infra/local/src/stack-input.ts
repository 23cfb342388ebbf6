import type { Policy } from '@recipe-book/envoy';
import type { EnvironmentText, Settings } from '@recipe-book/settings';
import type { ToolPaths } from '@recipe-book/tools';
import type { OwnOpenObserve } from './own-openobserve.ts';
import type { StackPaths } from './paths.ts';
import type { LocalPlacements } from './placements.ts';

/** All that the parts of one local stack are made from. */
export interface StackInput {
  readonly settings: Settings;
  /** The text that the settings were read from: tells what was set by hand, and goes on to the app. */
  readonly text: EnvironmentText;
  readonly policies: readonly Policy[];
  readonly paths: StackPaths;
  readonly placements: LocalPlacements;
  readonly tools: ToolPaths;
  /** The OpenObserve that the stack starts; `settings` and `text` then name it. */
  readonly ownOpenObserve: OwnOpenObserve | undefined;
}
