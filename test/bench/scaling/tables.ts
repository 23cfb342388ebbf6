import {
  burstDemandOf,
  busyLevels,
  demandOf,
  idleCores,
  kinds,
  type Measured,
  mostOnOneMachine,
  programs,
  type Round,
  type Spread,
  usualMix,
} from '@recipe-book/capacity';
import { table } from '@recipe-book/capacity/table';

/** A round in which the cores had nothing to do for more than this share of the time was held up by something else. */
const stalledAbove = 0.25;

/** The tables of docs/capacity.md, in its order; Markdown. */
export function summary(measured: Measured): string {
  return [
    instancesTable(measured),
    roundsTable(measured),
    levelsTable(measured),
    costsTable(measured),
    idleTable(measured),
  ].join('\n\n');
}

/** What several instances take, and what was to be expected by the processor time of a request of one. */
function instancesTable(measured: Measured): string {
  const { saturation, machine } = measured;
  const all = [...programs, 'client'] as const;
  const demand = demandOf(measured, usualMix);
  const [one] = saturation;
  // All instances run, whichever are asked.
  const cores = machine.cores - idleCores(demand, saturation.length);
  const predicted = mostOnOneMachine(demand, cores, (one?.cpu.client.median ?? 0) / 1e6);
  const rows = saturation.map(({ instances, rate, cpu }) => [
    String(instances),
    spread(rate),
    // Of the one it was worked out itself.
    ...(instances === 1
      ? ['-', '-']
      : [predicted.toFixed(0), (rate.median / predicted).toFixed(2)]),
    all.reduce((sum, program) => sum + cpu[program].median, 0).toFixed(0),
    ...all.map((program) => String(cpu[program].median)),
  ]);
  return table([
    ['instances', 'requests/s', 'predicted by one', 'ratio', 'CPU µs in all', ...all],
    ...rows,
  ]);
}

/** How the cores spent each round: where they idled, the rate is not what they can do. */
function roundsTable({ saturation }: Measured): string {
  const rounds = Math.max(0, ...saturation.map((one) => one.rounds.length));
  const rows = Array.from({ length: rounds }, (_, at) => [
    String(at + 1),
    ...saturation.map((one) => roundCell(one.rounds[at])),
  ]);
  const heads = saturation.map(({ instances }) => `${instances}: requests/s, idle, others`);
  return table([['round', ...heads], ...rows]);
}

function roundCell(round: Round | undefined): string {
  if (round === undefined) return '';
  const { rate, idle, others } = round;
  const stalled = idle > stalledAbove ? ', stalled' : '';
  return `${rate}, ${percent(idle)}, ${percent(others)}${stalled}`;
}

/** How much more of each program's processor a request takes when all are kept busy: what the plan multiplies by. */
function levelsTable(measured: Measured): string {
  const levels = busyLevels(measured);
  const [burst, busy] = [burstDemandOf, demandOf].map((of) => of(measured, usualMix).cpu);
  const rows = programs.map((program) => [
    program,
    ((burst?.[program] ?? 0) * 1e6).toFixed(0),
    ((busy?.[program] ?? 0) * 1e6).toFixed(0),
    levels ? levels[program].toFixed(2) : '',
  ]);
  return table([['usual mix, CPU µs', 'in bursts', 'one instance busy', 'factor'], ...rows]);
}

function costsTable({ costs }: Measured): string {
  const rows = kinds.map((kind) => {
    const { cpu, appMainThread, redis, databaseCommands } = costs[kind];
    return [
      kind,
      ...programs.map((program) => spread(cpu[program])),
      spread(appMainThread),
      `${redis.counting} + ${redis.other}`,
      String(databaseCommands),
    ];
  });
  const heads = ['app, main thread', 'Redis commands', 'database commands'];
  return table([['CPU µs for each request', ...programs, ...heads], ...rows]);
}

function idleTable({ idle }: Measured): string {
  return table([
    ['while nobody asks', ...programs],
    ['CPU µs a second', ...programs.map((program) => String(idle[program]))],
  ]);
}

function spread({ least, median, most }: Spread): string {
  return `${median} (${least} to ${most})`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
