/** `make cluster-up`: brings an environment into the cluster that KUBECONFIG names. */
import { Cluster } from '../cluster.ts';
import { up } from '../up.ts';
import { runCommand } from './command.ts';

await runCommand(async ({ target, context }) => up(await Cluster.connect(context), target));
