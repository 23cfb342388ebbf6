import { parseArgs } from 'node:util';
import { type Environment, type EnvironmentText, environments } from '@recipe-book/settings';

/** What `make doctor` is asked to do. */
export interface Arguments {
  readonly environment: Environment;
  /** Absent: the one of the environment. */
  readonly namespace: string | undefined;
  /** Context of the kubeconfig; absent: the current one. */
  readonly context: string | undefined;
  readonly json: boolean;
}

/** Something that cannot be asked for; its message says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads the arguments; those of the command line win over NAMESPACE, ENVIRONMENT, CONTEXT and JSON. */
export function readArguments(args: readonly string[], text: EnvironmentText): Arguments {
  const given = parse(args);
  const environment = given.environment ?? (text['ENVIRONMENT'] || 'development');
  const known = environments.find((name) => name === environment);
  if (!known) {
    throw new UsageError(
      `The environment is "${environment}"; there are ${environments.join(', ')}.`,
    );
  }
  return {
    environment: known,
    namespace: given.namespace ?? (text['NAMESPACE'] || undefined),
    context: given.context ?? (text['CONTEXT'] || undefined),
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
    throw new UsageError(`${what}; there are --namespace, --environment, --context and --json.`);
  }
}
