import { redisLogin, redisNodes, type Settings } from '@recipe-book/settings';
import { createCluster } from 'redis';
import { untilConnected } from './again.ts';
import type { Commands, Connection, Observer } from './connection.ts';
import { clientOptions, socketOptions } from './options.ts';

/** How long the first look at the cluster may take, milliseconds: a node that is down would hold it up for ever. */
const connectTimeout = 5000;
/** How long a node may be away before the others are asked who takes its place, milliseconds. */
const patience = 1000;

type Cluster = ReturnType<typeof makeCluster>;

/** The connections to the servers of a cluster that take writes. */
export class ClusterConnection implements Connection {
  readonly #settings: Settings;
  readonly #observer: Observer;
  readonly #closed = new AbortController();
  #cluster: Cluster;
  /** Closes the sockets of that. */
  #sockets = new AbortController();

  constructor(settings: Settings, observer: Observer) {
    this.#settings = settings;
    this.#observer = observer;
    this.#cluster = makeCluster(settings, observer, this.#sockets.signal);
  }

  get commands(): Commands {
    return this.#cluster;
  }

  get isReady(): boolean {
    return this.#cluster.isReady;
  }

  memory(): Promise<string[]> {
    const cluster = this.#cluster;
    return Promise.all(
      cluster.masters.map(async (node) => (await cluster.nodeClient(node)).info('memory')),
    );
  }

  connect(): Promise<void> {
    return untilConnected(() => this.#attempt(), this.#observer, this.#closed.signal);
  }

  async close(): Promise<void> {
    this.#closed.abort();
    if (this.#cluster.isReady) await this.#cluster.close();
    else this.#cluster.destroy();
    this.#sockets.abort();
  }

  /** One that does not come to an end is given up with all that it has opened, and the next begins anew. */
  async #attempt(): Promise<void> {
    const cluster = this.#cluster;
    const timeout = AbortSignal.timeout(connectTimeout);
    const late = new Promise<never>((_, reject) => {
      timeout.addEventListener('abort', () => reject(new Error('A node of the cluster is away.')));
    });
    try {
      await Promise.race([cluster.connect(), late]);
    } catch (error) {
      cluster.destroy();
      this.#sockets.abort();
      this.#sockets = new AbortController();
      this.#cluster = makeCluster(this.#settings, this.#observer, this.#sockets.signal);
      throw error;
    }
  }
}

function makeCluster(settings: Settings, observer: Observer, closed: AbortSignal) {
  const cluster = createCluster({
    rootNodes: redisNodes(settings).map(({ address: host, port }) => ({ socket: { host, port } })),
    defaults: { ...clientOptions(redisLogin(settings)), socket: socketOptions(settings, closed) },
    topologyRefreshOnReconnectionAttemptStrategy: patience,
  });
  for (const event of ['error', 'node-error']) {
    cluster.on(event, (error: unknown) => observer.failed(error));
  }
  // Before it is whole, each of its nodes gets ready for itself.
  for (const event of ['connect', 'node-ready']) {
    cluster.on(event, () => cluster.isReady && observer.ready());
  }
  return cluster;
}
