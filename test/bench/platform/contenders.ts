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
  /** How long it goes on working for requests that are answered: telemetry is sent in batches. Milliseconds. */
  readonly afterwards: number;
}

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
  afterwards: 2500,
};

export const fat: Contender = {
  name: 'one process',
  port: 'fat',
  parts: { Redis: 'redis', app: 'fat', database: 'mongodb' },
  checksTokens: true,
  limits: true,
  afterwards: 1200,
};

const thin: Contender = {
  name: 'app alone',
  port: 'alone',
  parts: { Redis: 'redis', app: 'app-alone', database: 'mongodb' },
  checksTokens: false,
  limits: false,
  afterwards: 0,
};

const bare: Contender = {
  name: 'node:http',
  port: 'bare',
  parts: { app: 'bare' },
  checksTokens: true,
  limits: true,
  afterwards: 0,
};

/** What is compared; the last two are limits of what can be reached: no telemetry, no rate limits, then no app at all. */
export const contenders: readonly Contender[] = [platform, fat, thin, bare];
