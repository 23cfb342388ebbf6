import { stackPaths } from '../paths.ts';
import { readSpans } from '../telemetry/files.ts';
import { traces, traceTree } from '../telemetry/trace-tree.ts';
import { runCommand, UsageError } from './command.ts';

const shownAtOnce = 10;

/** `make traces`: the latest traces as trees, or the one that TRACE names. */
await runCommand(async ({ settings, text }) => {
  const { telemetry } = stackPaths(settings.INGRESS_PORT, settings.STATE_DIR);
  const wanted = text['TRACE'];
  const found = traces(readSpans(telemetry)).filter(
    ([first]) => !wanted || first?.traceId === wanted,
  );
  if (found.length === 0) {
    throw new UsageError(
      wanted
        ? `There is no trace ${wanted}: it may not have arrived yet (allow ten seconds), or was not kept.`
        : 'There are no traces yet: open the app or send it a request, and allow ten seconds.',
    );
  }
  for (const trace of found.slice(-shownAtOnce)) console.log(`${traceTree(trace)}\n`);
});
