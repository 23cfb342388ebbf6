/** `make tools`: installs a group (`run`, `test`) or the named tools, and lists where they are. */
import { ensureTools, InstallError, type Wanted } from './index.ts';

const [first = 'test', ...others] = process.argv.slice(2);
const wanted: Wanted = first === 'run' || first === 'test' ? first : [first, ...others];

const stop = new AbortController();
// Not `once`: the lock library ends the process when it finds that nobody else listens.
process.on('SIGINT', () => stop.abort());
process.on('SIGTERM', () => stop.abort());

try {
  const paths = await ensureTools(wanted, { env: process.env, signal: stop.signal });
  for (const [command, path] of Object.entries(paths)) console.log(`${command.padEnd(24)}${path}`);
} catch (error) {
  process.exitCode = stop.signal.aborted ? 130 : 1;
  if (stop.signal.aborted) console.error('Stopped. Run it again to go on from there.');
  else if (error instanceof InstallError) console.error(error.message);
  else throw error;
}
