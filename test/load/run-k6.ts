import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A run of a scenario. */
export interface Run {
  /** The program. */
  readonly k6: string;
  readonly scenario: string;
  /** What the scenario reads: see `k6/environment.ts`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Path of the file that takes each request as a line, `.csv.gz`. */
  readonly requests: string;
  /** Path of the file that takes what went wrong. */
  readonly log: string;
  /** Addresses that its users call from, `127.80.0.1-127.80.255.254`: each has one of its own. */
  readonly addresses: string;
  /** Whether it stands back for all other programs: what sends it would have a machine of its own. */
  readonly standsBack?: boolean;
  /** Path of a certificate to trust instead of the machine's own. */
  readonly certificate?: string | undefined;
}

/** Starts it; what it says goes where ours goes. */
export function startK6({
  k6,
  scenario,
  environment,
  requests,
  log,
  addresses,
  standsBack = false,
  certificate,
}: Run): ChildProcess {
  const script = join(import.meta.dirname, 'k6', 'scenarios', `${scenario}.ts`);
  const args = [
    'run',
    '--no-usage-report',
    // It opens a port of its own otherwise, the same for all runs.
    '--address=',
    `--local-ips=${addresses}`,
    `--out=csv=${requests}`,
    `--log-output=file=${log}`,
    ...(process.stdout.isTTY ? [] : ['--quiet']),
    script,
  ];
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    K6_CSV_TIME_FORMAT: 'unix_milli',
    ...(certificate && { SSL_CERT_FILE: certificate }),
    ...environment,
  };
  const [program = k6, ...words] = standsBack ? ['chrt', '-i', '0', k6, ...args] : [k6, ...args];
  return spawn(program, words, {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** What k6 says by its exit code when targets are missed. */
const targetsMissed = 99;

/** Waits for its end, whether targets were met or not. @throws Error when it did not run to its end. */
export async function endOfK6(running: ChildProcess): Promise<void> {
  const [code, signal] = await once(running, 'exit');
  if (code === 0 || code === targetsMissed) return;
  throw new Error(`k6 ended with ${signal ?? code}.`);
}
