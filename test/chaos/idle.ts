import { cpus } from 'node:os';

/** Time that the processors have had since the machine started, milliseconds. */
export interface CpuTime {
  readonly idle: number;
  readonly all: number;
}

export function cpuTime(): CpuTime {
  const times = cpus().map(({ times }) => times);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    idle: sum(times.map(({ idle }) => idle)),
    all: sum(times.flatMap((one) => Object.values(one))),
  };
}

/** Share of the time since then in which the processors had nothing to do, 0 to 1. */
export function idleSince(then: CpuTime): number {
  const now = cpuTime();
  return (now.idle - then.idle) / (now.all - then.all);
}
