import type { Settings } from '@recipe-book/settings';
import { flushSeconds } from './pipeline/exporters.ts';
import { decisionSeconds } from './pipeline/sampling.ts';

/** How often the tail sampler looks at what it holds, seconds. */
const samplingTick = 1;

/** How long it takes until a span that has come is sent, seconds; everything else is sent earlier. */
export function heldSeconds(settings: Settings): number {
  return Math.ceil(decisionSeconds(settings) + samplingTick + flushSeconds(settings));
}
