import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type StackPaths, stackPaths } from '../paths.ts';
import { type LogEntry, readLogs } from '../telemetry/files.ts';
import { logLine } from '../telemetry/log-line.ts';
import { visibleLines } from '../telemetry/visible.ts';
import { runCommand, UsageError } from './command.ts';

const shownAtOnce = 100;
const pollMs = 500;

/** `make logs`: what Envoy and the app logged; PART names a part whose own output is shown instead. */
await runCommand(async ({ settings, text }) => {
  const paths = stackPaths(settings.INGRESS_PORT, settings.STATE_DIR);
  if (!existsSync(paths.state))
    throw new UsageError('Nothing has run here yet: start with "make up".');
  if (text['PART']) return showPart(paths, text['PART']);
  const shown = new Set<string>();
  show(readLogs(paths.telemetry), shown, shownAtOnce);
  while (text['FOLLOW']) {
    await wait(pollMs);
    show(readLogs(paths.telemetry), shown);
  }
});

/** Prints the last entries that were not shown before: the app and Envoy send theirs at different times. */
function show(entries: readonly LogEntry[], shown: Set<string>, most = entries.length): void {
  const fresh = entries.filter((entry) => !shown.has(JSON.stringify(entry)));
  for (const entry of fresh) shown.add(JSON.stringify(entry));
  for (const entry of fresh.slice(-most)) console.log(logLine(entry));
}

function showPart(paths: StackPaths, part: string): void {
  const path = join(paths.logs, `${part}.log`);
  if (!/^[a-z0-9-]+$/.test(part) || !existsSync(path)) {
    throw new UsageError(`There is no part "${part}" with a log: "make status" lists the parts.`);
  }
  process.stdout.write(visibleLines(readFileSync(path, 'utf8')));
}
