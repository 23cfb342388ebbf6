import { Writable } from 'node:stream';
import { Exec, type V1Status } from '@kubernetes/client-node';
import type { Cluster } from './cluster.ts';

/** One container of one pod. */
export interface ContainerRef {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

export interface PodOutput {
  readonly succeeded: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in a container that runs already, and waits for its end. */
export async function runInPod(
  cluster: Cluster,
  { namespace, pod, container }: ContainerRef,
  command: string[],
): Promise<PodOutput> {
  const [stdout, stderr] = [new Text(), new Text()];
  const { promise: ended, resolve, reject } = Promise.withResolvers<V1Status>();
  const socket = await new Exec(cluster.config).exec(
    namespace,
    pod,
    container,
    command,
    stdout,
    stderr,
    null,
    false,
    resolve,
  );
  socket.onclose = () =>
    reject(new Error(`The connection to ${pod} ended before the program did.`));
  const { status } = await ended;
  return { succeeded: status === 'Success', stdout: stdout.text, stderr: stderr.text };
}

/** Keeps what is written. */
class Text extends Writable {
  text = '';

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
