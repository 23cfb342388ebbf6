import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/**
 * Has vegeta attack what it reads, and sum up how it went.
 * @param vegeta path of the program.
 * @param options of the attack.
 * @param target what is asked for, as its JSON format has it.
 * @returns its report, as JSON.
 * @throws AggregateError with what vegeta said when it cannot be started or fails.
 */
export async function runVegeta(
  vegeta: string,
  options: readonly string[],
  target: object,
): Promise<string> {
  const start = (args: readonly string[]) =>
    spawn(vegeta, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const attacker = start(['attack', ...options]);
  const reporter = start(['report', '-type=json']);
  const report = text(reporter.stdout);
  const work = await Promise.allSettled([
    ended(attacker),
    ended(reporter),
    pipeline(Readable.from([`${JSON.stringify(target)}\n`]), attacker.stdin),
    pipeline(attacker.stdout, reporter.stdin),
    report,
  ]);
  // When one ends badly, the pipes break, and by that the other: which of them began, only all that they say tells.
  const failures = work.filter((one) => one.status === 'rejected').map(({ reason }) => reason);
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '));
  return report;
}

async function ended(program: ChildProcessByStdio<Writable, Readable, Readable>): Promise<void> {
  const said = text(program.stderr);
  const [code, signal] = await once(program, 'close');
  if (code !== 0) throw new Error(`vegeta ended with ${code ?? signal}: ${(await said).trim()}`);
}
