import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * What clients ask for, by its name in the docs. `refused` and `shed` are answered 429: the one by the ratelimit service, since
 * its client is over its limit, the other by Envoy alone, since its client is far over it.
 */
export const kinds = ['list', 'item', 'create', 'login', 'asset', 'refused', 'shed'] as const;
export type Kind = (typeof kinds)[number];

/** The programs that work for a request. */
export const programs = ['app', 'envoy', 'collector', 'ratelimit', 'redis', 'database'] as const;
export type Program = (typeof programs)[number];

/** Of several rounds. */
const spread = z.strictObject({ least: z.number(), median: z.number(), most: z.number() });
export type Spread = z.infer<typeof spread>;

const cost = z.strictObject({
  /** Processor time of each program, µs a request. */
  cpu: z.record(z.enum(programs), spread),
  /** Of the app's time, that of its one thread that runs JavaScript, µs a request. */
  appMainThread: spread,
  /** Commands that Redis carried out for counters, and for all else, a request. */
  redis: z.strictObject({ counting: z.number(), other: z.number() }),
  /** Commands that the database carried out, a request. */
  databaseCommands: z.number(),
});
/** What one request of a kind costs. */
export type Cost = z.infer<typeof cost>;

/** One time of keeping instances busy. */
const round = z.strictObject({
  /** Requests a second. */
  rate: z.number(),
  /** The share of all cores' time in which they had nothing to do. */
  idle: z.number(),
  /** The share that went to programs that are not measured. */
  others: z.number(),
});
export type Round = z.infer<typeof round>;

/** What came of keeping so many instances as busy as the machine allows, with the usual mix. */
const saturation = z.strictObject({
  instances: z.number(),
  /** Requests a second. */
  rate: spread,
  /** Processor time of each program, all instances and the client that asks, µs a request. */
  cpu: z.record(z.enum([...programs, 'client']), spread),
  rounds: z.array(round),
});
export type Saturation = z.infer<typeof saturation>;

const measured = z.strictObject({
  /** As ISO 8601 has it, without the time of day. */
  date: z.string(),
  machine: z.strictObject({ processor: z.string(), cores: z.number() }),
  rounds: z.number(),
  costs: z.record(z.enum(kinds), cost),
  /** Processor time of each program while nobody asks, in one instance, µs a second. */
  idle: z.record(z.enum(programs), z.number()),
  saturation: z.array(saturation),
});
/** What the model is built on. `make bench ONLY=scaling` measures it. */
export type Measured = z.infer<typeof measured>;

const path = join(import.meta.dirname, '../measured/cpu.json');

/** The figures that are kept in the repository. */
export function readMeasured(): Measured {
  return measured.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/**
 * Keeps other figures from now on.
 * @param file where; the tests' own.
 * @returns the path of the file.
 * @throws Error that names each figure that is none; the file stays as it is.
 */
export function writeMeasured(figures: Measured, file = path): string {
  const { data, error } = measured.safeParse(figures);
  if (error) {
    throw new Error(`The figures are not kept, since some are missing:\n${z.prettifyError(error)}`);
  }
  writeFileSync(file, `${JSON.stringify(data, null, 2)}\n`);
  return file;
}
