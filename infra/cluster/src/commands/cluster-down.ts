/** `make cluster-down`: deletes an environment's namespace, with its data, out of the cluster. */
import { Cluster } from '../cluster.ts';
import { ClusterError } from '../cluster-error.ts';
import { removeNamespace } from '../remove.ts';
import { runCommand } from './command.ts';

await runCommand(async ({ target: { options, environment }, text, context }) => {
  const cluster = await Cluster.connect(context);
  const { namespace } = options;
  // A typing error must not cost a production database.
  if (environment !== 'development' && text['CONFIRM'] !== namespace) {
    throw new ClusterError(
      `This deletes ${namespace} with all its data in context "${cluster.context}": repeat it with CONFIRM=${namespace} if that is meant.`,
    );
  }
  await removeNamespace(cluster, namespace);
  console.log(`${namespace} is gone.`);
});
