import { parseArgs } from 'node:util';
import { type Choice, ClusterError, choiceOf } from '@recipe-book/cluster';
import type { EnvironmentText } from '@recipe-book/settings';

/** What `make doctor` is asked to do. */
export interface Arguments extends Choice {
  readonly json: boolean;
}

/**
 * Reads the arguments; those of the command line win over ENVIRONMENT, NAMESPACE, CONTEXT and JSON.
 * @throws ClusterError that says what can be asked for.
 */
export function readArguments(args: readonly string[], text: EnvironmentText): Arguments {
  const given = parse(args);
  return {
    ...choiceOf({
      ENVIRONMENT: given.environment ?? text['ENVIRONMENT'],
      NAMESPACE: given.namespace ?? text['NAMESPACE'],
      CONTEXT: given.context ?? text['CONTEXT'],
    }),
    json: given.json ?? /^(1|true|yes)$/.test(text['JSON'] ?? ''),
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        namespace: { type: 'string' },
        environment: { type: 'string' },
        context: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    const [what] = (error as Error).message.split(/\.\s/);
    throw new ClusterError(`${what}; there are --namespace, --environment, --context and --json.`);
  }
}
