import type { KubeConfig } from '@kubernetes/client-node';
import { forbidden, type Unreadable } from '../snapshot.ts';
import { type Answer, get, serverOf } from './api.ts';
import { ClusterError } from './cluster-error.ts';

/** Reads one namespace, and keeps in mind what it was not allowed to read. */
export class Reader {
  readonly kubeConfig: KubeConfig;
  readonly namespace: string;
  readonly #unreadable = new Map<Unreadable['resource'], Unreadable>();

  constructor(kubeConfig: KubeConfig, namespace: string) {
    this.kubeConfig = kubeConfig;
    this.namespace = namespace;
  }

  /** What could not be read, each resource once. */
  get unreadable(): Unreadable[] {
    return [...this.#unreadable.values()];
  }

  /** Keeps in mind that something could not be read. */
  cannotRead(resource: Unreadable['resource'], why: string): void {
    if (!this.#unreadable.has(resource)) this.#unreadable.set(resource, { resource, why });
  }

  /**
   * What stands at a path of the API; `undefined` when nothing does, or when it may not be read.
   * @throws ClusterError when the cluster cannot be asked.
   */
  async read(resource: Unreadable['resource'], path: string): Promise<string | undefined> {
    const answer = await get(this.kubeConfig, path);
    if (answer.status === 200) return answer.body;
    // Not there, or not (yet) able to tell, as a container that has written no log.
    if (answer.status === 404 || answer.status === 400) return undefined;
    if (answer.status === 403) {
      this.cannotRead(resource, forbidden);
      return undefined;
    }
    throw new ClusterError(
      `The cluster at ${serverOf(this.kubeConfig)} could not be asked for ${resource}: it answered ${answer.status}, ${messageOf(answer)}.`,
    );
  }
}

function messageOf({ body }: Answer): string {
  try {
    const { message } = JSON.parse(body) as { message?: unknown };
    if (typeof message === 'string') return message.replace(/\.$/, '');
  } catch {
    // Whatever stands in front of the API server may answer with a page.
  }
  return 'without a reason';
}
