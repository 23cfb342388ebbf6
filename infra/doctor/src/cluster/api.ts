import { request as httpRequest } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { text } from 'node:stream/consumers';
import type { KubeConfig } from '@kubernetes/client-node';
import { ClusterError } from '@recipe-book/cluster';

/** How long the API server may take for an answer, milliseconds. */
export const defaultPatience = 15_000;

/** An answer of the API server. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** No answer came, or one that says nothing; what else is asked for may well be answered. */
export class NoAnswer extends ClusterError {
  /** Why, as a clause. */
  readonly why: string;

  constructor(message: string, why: string) {
    super(message);
    this.why = why;
  }
}

/**
 * Reads from the API server as the kubeconfig says. The library's own typed calls would give objects
 * whose fields have other names than in manifests, so the answers are taken as they are.
 * @throws NoAnswer when it cannot be reached, ClusterError when it does not know who asks.
 */
export async function get(kubeConfig: KubeConfig, path: string, patience: number): Promise<Answer> {
  const server = serverOf(kubeConfig);
  const url = new URL(server.replace(/\/$/, '') + path);
  const options: RequestOptions = { signal: AbortSignal.timeout(patience) };
  try {
    await kubeConfig.applyToHTTPSOptions(options);
    const answer = await send(url, options);
    if (answer.status !== 401) return answer;
  } catch (error) {
    const why = reason(error, patience);
    throw new NoAnswer(
      `The cluster at ${server} could not be asked: ${why}; see whether it runs and KUBECONFIG names it.`,
      why,
    );
  }
  throw new ClusterError(
    `The cluster at ${server} does not know who asks; renew the login of your kubeconfig.`,
  );
}

/** Where the API server is; `kubeConfigOf` takes no kubeconfig that does not say it. */
export function serverOf(kubeConfig: KubeConfig): string {
  return kubeConfig.getCurrentCluster()?.server ?? '';
}

function send(url: URL, options: RequestOptions): Promise<Answer> {
  const plain = url.protocol === 'http:';
  return new Promise((resolve, reject) => {
    // The agent that the kubeconfig brings is one for TLS.
    const request = plain
      ? httpRequest(url, { ...options, agent: undefined })
      : httpsRequest(url, options);
    request.once('error', reject);
    request.once('response', (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    request.end();
  });
}

function reason(error: unknown, patience: number): string {
  const { name, message, code } = error as NodeJS.ErrnoException;
  if (name === 'TimeoutError' || name === 'AbortError') {
    return `no answer came within ${patience / 1000} s`;
  }
  // One error for each address of the host has no message of its own.
  return (message || code || name).replace(/\.$/, '');
}
