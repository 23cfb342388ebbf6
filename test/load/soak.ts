import { median } from '../bench/report/median.ts';
import type { Programs, Spent } from './spending.ts';
import type { Target } from './targets.ts';

/** By how much the memory of a program may grow once it is warm: so many times, or by so many MiB if that is more. */
const most = { times: 1.2, mebibytes: 8 } as const;
/** Shares of the time that are compared: when all is warm, and the end. Each is long, since memory goes up and down. */
const shares = { warm: [0.25, 0.35], end: [0.9, 1] } as const;

/** Whether nothing leaked. @param spent of the programs of the stack, without k6. */
export function soakTargets(spent: readonly Spent[], before: Programs, after: Programs): Target[] {
  const grew = spent.map(({ part: name, memory }): Target => {
    const [warm, end] = [median(part(memory, shares.warm)), median(part(memory, shares.end))];
    return {
      metric: `memory of ${name} at the end`,
      bound: `<=${most.times} times that after a quarter, or ${most.mebibytes} MiB more`,
      met: end <= Math.max(warm * most.times, warm + most.mebibytes),
    };
  });
  const restarted = Object.keys(before).filter((part) => before[part] !== after[part]);
  const names = restarted.length === 0 ? '' : ` (${restarted.join(', ')})`;
  return [
    ...grew,
    { metric: `programs that ended${names}`, bound: '==0', met: restarted.length === 0 },
  ];
}

function part(readings: readonly number[], [from, to]: readonly [number, number]): number[] {
  return readings.slice(Math.floor(from * readings.length), Math.ceil(to * readings.length));
}
