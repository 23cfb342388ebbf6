import { inOrder, policyRows, recipeBookPolicies } from '@recipe-book/envoy';
import { table } from '../table.ts';
import { runCommand } from './command.ts';

/** `make limits`: the policies with what RATE_LIMIT_* makes of them, in the order in which they are asked. */
await runCommand(async ({ settings }) => {
  console.log(table(policyRows(inOrder(recipeBookPolicies(settings)))));
});
