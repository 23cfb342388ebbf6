import { runDetached } from '../run-detached.ts';
import { runForeground } from '../run-foreground.ts';
import { runCommand } from './command.ts';

/** `make up`: everything, in the foreground, or with DETACH=1 until `make down`. */
await runCommand(async ({ settings, text }) => {
  if (settings.DETACH) await runDetached(settings, text);
  else await runForeground(settings, text);
});
