/** Writes the manifests of every environment below the folder that `cdk8s synth` names. */
import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environments, SettingsError, withEnvFileOf } from '@recipe-book/settings';
import { manifestEnding, manifests } from './manifests.ts';
import { targetOf } from './target.ts';

const output = process.env['CDK8S_OUTDIR'] ?? 'dist';
/** `cdk8s synth` empties the folder before it runs this, and lists the files afterwards; `make synth` does neither. */
const underCommand = process.env['CDK8S_RECORD_CONSTRUCT_METADATA'] !== undefined;

try {
  // All are checked before anything is written.
  const file = join(import.meta.dirname, '../../../.env');
  const targets = environments.map((environment) =>
    targetOf(environment, withEnvFileOf(environment, process.env, file)),
  );
  for (const target of targets) {
    const folder = join(output, target.environment);
    mkdirSync(folder, { recursive: true });
    removeManifests(folder);
    for (const [file, text] of manifests(target)) writeFileSync(join(folder, file), text);
    if (!underCommand) console.log(folder);
  }
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  fail();
}

/** An earlier run may have written files that are no longer wanted, and `kubectl apply -f` takes the whole folder. */
function removeManifests(folder: string): void {
  const files = readdirSync(folder).filter((file) => file.endsWith(manifestEnding));
  for (const file of files) rmSync(join(folder, file));
}

/**
 * The cdk8s command prints its own stack trace when this program fails. When the output folder is
 * not there, it says so in one line and ends with 1 just the same.
 */
function fail(): void {
  if (!underCommand || !removeEmpty(output)) process.exitCode = 1;
}

/** True when the folder is gone. With `--stdout` the command makes an empty one beforehand. */
function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
