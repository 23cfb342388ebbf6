import { setTimeout as delay } from 'node:timers/promises';
import { counter } from '../telemetry/counter.ts';
import { labels, metricNames } from '../telemetry/names.ts';
import { version } from '../version.ts';

/** Where the process is in its life. */
type Phase = 'starting' | 'running' | 'shutting down';
/** What an answer to a readiness probe says. */
const statuses = ['starting', 'shutting down', 'unavailable', 'degraded', 'ok'] as const;
type Status = (typeof statuses)[number];
/** What is known of something that the app depends on. */
type CheckResult = 'ok' | 'unavailable';
type Checks = Readonly<Record<'database' | 'redis', CheckResult>>;
/** Fails when the dependency gives no sign of life. */
type Check = () => Promise<void>;

/** An optional part may not use up the time that the probe has, milliseconds. */
const optionalTimeout = 1000;

/** Body of an answer to a probe, and whether it stands for success. */
export interface HealthReport {
  readonly healthy: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

interface HealthOptions {
  readonly database: Check;
  /** Its absence is shown but does not make the app unready. */
  readonly redis: Check;
  /** How long a check may take, milliseconds. */
  readonly timeout: number;
}

/** What the probes tell (REQ-018 FR-018-4). */
export class Health {
  #phase: Phase = 'starting';
  readonly #options: HealthOptions;
  readonly #countProbe = counter(metricNames.readinessProbes, {
    label: labels.status,
    values: statuses,
    description: 'Answers to readiness probes, by status',
    unit: '{probe}',
  });
  /** The check that is under way: nobody limits the probes, so more of them must not make more work. */
  #underWay: Promise<Checks> | undefined;

  constructor(options: HealthOptions) {
    this.#options = options;
  }

  /** The app can serve requests now. Does nothing while it shuts down. */
  started(): void {
    if (this.#phase === 'starting') this.#phase = 'running';
  }

  /** The app wants no more requests. */
  shuttingDown(): void {
    this.#phase = 'shutting down';
  }

  /** Is the process alive? Depends on nothing else, and holds until it ends. */
  live(): HealthReport {
    return { healthy: true, body: { status: 'ok', ...now(), ...self() } };
  }

  /** Has it started? */
  startup(): HealthReport {
    const started = this.#phase !== 'starting';
    return { healthy: started, body: { status: started ? 'ok' : 'starting', ...now() } };
  }

  /** Should it get requests? */
  async ready(): Promise<HealthReport> {
    const { status, ...report } = await this.#readiness();
    // Only here: anybody may ask for all of it at once, as often as they like.
    this.#countProbe(status);
    return report;
  }

  /** All of it at once, for people and load balancers. */
  async overall(): Promise<HealthReport> {
    const { healthy, body } = await this.#readiness();
    return { healthy, body: { ...body, ...self() } };
  }

  async #readiness(): Promise<HealthReport & { readonly status: Status }> {
    this.#underWay ??= this.#check().finally(() => {
      this.#underWay = undefined;
    });
    const checks = await this.#underWay;
    const status = this.#status(checks);
    const healthy = status === 'ok' || status === 'degraded';
    return { status, healthy, body: { status, ...now(), checks } };
  }

  #status(checks: Checks): Status {
    if (this.#phase !== 'running') return this.#phase;
    if (checks.database !== 'ok') return 'unavailable';
    return checks.redis === 'ok' ? 'ok' : 'degraded';
  }

  async #check(): Promise<Checks> {
    const { timeout } = this.#options;
    const [database, redis] = await Promise.all([
      resultOf(this.#options.database, timeout),
      resultOf(this.#options.redis, Math.min(timeout, optionalTimeout)),
    ]);
    return { database, redis };
  }
}

async function resultOf(check: Check, timeout: number): Promise<CheckResult> {
  const timer = new AbortController();
  try {
    return await Promise.race([
      check().then(() => 'ok' as const),
      delay(timeout, 'unavailable' as const, { signal: timer.signal }),
    ]);
  } catch {
    return 'unavailable';
  } finally {
    timer.abort();
  }
}

function now() {
  return { timestamp: new Date().toISOString() };
}

function self() {
  return { uptime: Math.floor(process.uptime()), version };
}
