import { median } from '../report/median.ts';
import { comparedKinds } from './compared-kinds.ts';
import { type CpuCompared, measured, type Ratios } from './cpu.ts';
import { holm } from './holm.ts';
import { signTest } from './sign-test.ts';

/** The processor time of a program, or of all, for one kind of requests, or for all together. */
export interface CpuChange {
  readonly kind: keyof CpuCompared['ratios'];
  readonly program: keyof Ratios;
  /** Of the working tree, as a multiple of the commit's: one a round. */
  readonly ratios: readonly number[];
  /** Of the working tree, µs a request. */
  readonly time: number;
  /** Whether it is more than chance. */
  readonly real: boolean;
}

/** In so many runs of two that are equal chance marks anything. */
export const level = 0.05;
/** So much more in total is too much; two stacks that are equal may always differ a little. */
export const most = 1.05;
/** With fewer rounds nothing could be told from chance, even if all rounds of all programs agreed. */
export const fewestRounds = 11;

/** Those that could be measured. */
export function cpuChanges({ ratios, now }: CpuCompared): CpuChange[] {
  const all = ([...comparedKinds, 'together'] as const).flatMap((kind) =>
    measured.map((program) => ({
      kind,
      program,
      ratios: ratios[kind][program],
      time: median(now[kind][program]),
    })),
  );
  const some = all.filter((one) => one.ratios.length > 0);
  const real = holm(
    some.map((one) => signTest(one.ratios)),
    level,
  );
  return some.map((one, at) => ({ ...one, real: real[at] ?? false }));
}

/** Whether all programs together take too much more for all requests together. */
export function isSlower(changes: readonly CpuChange[]): boolean {
  return changes.some(
    ({ kind, program, real, ratios }) =>
      kind === 'together' && program === 'total' && real && median(ratios) > most,
  );
}
