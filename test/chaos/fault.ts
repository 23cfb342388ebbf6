import type { ChaosStack } from './stack/chaos-stack.ts';

/** Something that goes wrong, and how it is put right. */
export interface Fault {
  /** As in a table: "Redis hangs". */
  readonly name: string;
  /** How it is brought about, for the report. */
  readonly how: string;
  /** What becomes of counting meanwhile: requests pass uncounted, some do, or none does. */
  readonly uncounted: 'all' | 'some' | 'none';
  /** How long it lasts, seconds; 0 for what is over in a moment. */
  readonly seconds: number;
  /** Awaited, if it gives a promise. */
  begin(stack: ChaosStack): unknown;
  /** Absent when there is nothing to put right. */
  end?(stack: ChaosStack): unknown;
}
