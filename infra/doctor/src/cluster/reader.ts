import type { KubeConfig } from '@kubernetes/client-node';
import { forbidden, type Unreadable } from '../snapshot.ts';
import { type Answer, defaultPatience, get, NoAnswer, serverOf } from './api.ts';

/** Reads one namespace, and keeps in mind what it was not allowed to read. */
export class Reader {
  readonly kubeConfig: KubeConfig;
  readonly namespace: string;
  readonly #unreadable = new Map<Unreadable['resource'], Unreadable>();

  readonly #patience: number;

  /** @param patience how long the API server may take for an answer, milliseconds. */
  constructor(kubeConfig: KubeConfig, namespace: string, patience = defaultPatience) {
    this.kubeConfig = kubeConfig;
    this.namespace = namespace;
    this.#patience = patience;
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
   * @throws ClusterError when the cluster cannot be asked; one of its kinds is NoAnswer.
   */
  async read(resource: Unreadable['resource'], path: string): Promise<string | undefined> {
    const answer = await get(this.kubeConfig, path, this.#patience);
    if (answer.status === 200) return answer.body;
    // Not there, or not (yet) able to tell, as a container that has written no log.
    if (answer.status === 404 || answer.status === 400) return undefined;
    if (answer.status === 403) {
      this.cannotRead(resource, forbidden);
      return undefined;
    }
    const why = `it answered ${answer.status}, ${messageOf(answer)}`;
    throw new NoAnswer(
      `The cluster at ${serverOf(this.kubeConfig)} could not be asked for ${resource}: ${why}.`,
      why,
    );
  }

  /** As `read`, for what may be missing in a report: without an answer that is kept in mind, no more. */
  async readIfAnswered(
    resource: Unreadable['resource'],
    path: string,
  ): Promise<string | undefined> {
    try {
      return await this.read(resource, path);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.cannotRead(resource, error.why);
      return undefined;
    }
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
