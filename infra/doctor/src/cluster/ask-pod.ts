import { request } from 'node:http';
import { type Duplex, duplexPair } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type KubeConfig, PortForward } from '@kubernetes/client-node';
import { forbidden } from '../snapshot.ts';

/** How long a pod may take for its answer, milliseconds. */
const patience = 5000;

export interface PodPort {
  readonly namespace: string;
  readonly pod: string;
  readonly port: number;
}

export interface PodRequest {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
}

export interface PodAnswer {
  /** HTTP status; absent when no answer came. */
  readonly status?: number;
  readonly text: string;
  /** Why the cluster does not let us in; absent when it does. */
  readonly refused?: string;
}

/**
 * Asks a port of a pod over HTTP, through the API server; also one that listens on the pod's loopback
 * alone, as Envoy's admin interface does.
 */
export async function askPod(
  kubeConfig: KubeConfig,
  { namespace, pod, port }: PodPort,
  asked: PodRequest,
): Promise<PodAnswer> {
  const [near, far] = duplexPair();
  const forward = new PortForward(kubeConfig, true);
  let tunnel: Awaited<ReturnType<typeof forward.portForward>>;
  try {
    tunnel = await forward.portForward(namespace, pod, [port], far, null, far);
  } catch (error) {
    return { text: '', refused: reason(error) };
  }
  if (typeof tunnel === 'function')
    throw new Error('A port-forward without retries has one socket.');
  tunnel.onclose = () => far.end();
  try {
    return await send(near, asked);
  } catch {
    return { text: '' };
  } finally {
    tunnel.close();
  }
}

function send(connection: Duplex, { method = 'GET', path, body }: PodRequest): Promise<PodAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request({
      createConnection: () => connection,
      method,
      path,
      headers: { host: 'localhost', connection: 'close' },
      signal: AbortSignal.timeout(patience),
    });
    sent.once('error', reject);
    sent.once('response', (response) => {
      const status = response.statusCode ?? 0;
      text(response).then((answer) => resolve({ status, text: answer }), reject);
    });
    sent.end(body);
  });
}

/** The library gives an event instead of an error. */
function reason(error: unknown): string {
  const { message = '' } = error as { message?: string };
  return /403/.test(message) ? forbidden : message || 'the connection failed';
}
