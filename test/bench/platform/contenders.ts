import type { Ports } from './stack.ts';

/** Programs whose work is measured. */
export const components = ['Envoy', 'ratelimit', 'Redis', 'Collector', 'app', 'database'] as const;
export type Component = (typeof components)[number];

/** One way to serve the API. */
export interface Contender {
  readonly name: string;
  /** Where it is asked. */
  readonly port: keyof Ports;
  /** The parts of the stack that work for it, by what they are in the tables. */
  readonly parts: Readonly<Partial<Record<Component, string>> & { app: string }>;
  /** Whether it takes tokens; else it takes their claims, as Envoy passes them on. */
  readonly checksTokens: boolean;
  /** Whether it limits rates: without, nobody is refused. */
  readonly limits: boolean;
  /** Whether who is far over a limit is refused without being counted, and not told the limit any more. */
  readonly sheds: boolean;
  /** How long it goes on working for requests that are answered, milliseconds. */
  readonly afterwards: number;
}

/**
 * The same for both that send telemetry, after the app has sent its spans: log lines wait for 1 s, the Collector decides
 * after 1 to 2 s, and sends what it keeps 0.2 s later. Milliseconds.
 */
const telemetrySent = 3500;

export const platform: Contender = {
  name: 'platform',
  port: 'ingress',
  parts: {
    Envoy: 'envoy',
    ratelimit: 'ratelimit',
    Redis: 'redis',
    Collector: 'collector',
    app: 'app',
    database: 'mongodb',
  },
  checksTokens: true,
  limits: true,
  sheds: true,
  afterwards: telemetrySent,
};

export const fat: Contender = {
  name: 'one process',
  port: 'fat',
  parts: { Redis: 'redis', app: 'fat', database: 'mongodb' },
  checksTokens: true,
  limits: true,
  sheds: false,
  afterwards: telemetrySent,
};

const thin: Contender = {
  name: 'app alone',
  port: 'alone',
  parts: { Redis: 'redis', app: 'app-alone', database: 'mongodb' },
  checksTokens: false,
  limits: false,
  sheds: false,
  afterwards: 0,
};

const bare: Contender = {
  name: 'node:http',
  port: 'bare',
  parts: { app: 'bare' },
  checksTokens: true,
  limits: true,
  // It says what the platform said.
  sheds: true,
  afterwards: 0,
};

/** What is compared; the last two are limits of what can be reached: no telemetry, no rate limits, then no app at all. */
export const contenders: readonly Contender[] = [platform, fat, thin, bare];
