/** `make secrets`: makes random values for what the Secret lacks, and names what only a person can fill in. */
import { manifests } from '@recipe-book/cdk8s';
import { objectsOf } from '../apply.ts';
import { Cluster } from '../cluster.ts';
import { applyNamespace } from '../deploy.ts';
import { ensureSecret } from '../secrets.ts';
import { runCommand } from './command.ts';

await runCommand(async ({ target }) => {
  const cluster = await Cluster.connect();
  await applyNamespace(cluster, objectsOf(manifests(target)));
  const { made, missing } = await ensureSecret(cluster, target);
  console.log(made.length > 0 ? `made: ${made.join(', ')}` : 'nothing had to be made');
  for (const { key, what } of missing) console.log(`still missing: ${key}: ${what}`);
  if (missing.length > 0) process.exitCode = 1;
});
