import { clusterNodeConfig } from '../config/cluster-node.ts';
import { replicationSecrets } from '../config/replica.ts';
import { lastingPort } from './ports.ts';
import { loopback, TestServer } from './server.ts';
import { soon } from './soon.ts';
import { login, loginSettings, writeUsers } from './users.ts';

const slots = 16_384;
const shards = 3;

/** A cluster of three servers, each with one that follows it; all know users, none anybody else. */
export class TestCluster {
  readonly nodes: readonly TestServer[];

  private constructor(nodes: readonly TestServer[]) {
    this.nodes = nodes;
  }

  /** @param failureAfter milliseconds without an answer that count as a failure. */
  static async start(failureAfter = 2000): Promise<TestCluster> {
    const buses = await Promise.all(Array.from({ length: 2 * shards }, () => lastingPort()));
    const secrets = replicationSecrets(login('replication'));
    const nodes = await Promise.all(
      buses.map((busPort) =>
        TestServer.start((placement) => {
          const options = { busPort, failureAfter, aclFile: writeUsers(placement.dataDir) };
          return clusterNodeConfig(placement, options) + secrets;
        }, login('operator')),
      ),
    );
    const cluster = new TestCluster(nodes);
    await cluster.#join(buses);
    return cluster;
  }

  /** Settings that lead to it. */
  get settings(): Record<string, string> {
    return {
      REDIS_MODE: 'cluster',
      ...loginSettings,
      REDIS_NODES: this.nodes.map(({ port }) => `${loopback}:${port}`).join(','),
    };
  }

  /** The key that has a text in it. */
  async keyWith(text: string): Promise<string> {
    const answers = await Promise.all(this.#alive.map((node) => node.command('KEYS', `*${text}*`)));
    const [key] = (answers as string[][]).flat();
    if (key === undefined) throw new Error(`No node has a key with ${text}.`);
    return key;
  }

  /** The node that takes writes of a key, as the others see it. */
  async ownerOf(key: string): Promise<TestServer> {
    const [asked] = this.#alive;
    const slot = Number(await asked?.command('CLUSTER', 'KEYSLOT', key));
    const map = (await asked?.command('CLUSTER', 'SLOTS')) as [number, number, [string, number]][];
    const [, , [, port]] = map.find(([from, to]) => from <= slot && slot <= to) ?? [0, 0, ['', 0]];
    const found = this.nodes.find((node) => node.port === port);
    if (!found) throw new Error(`No node has the key ${key}.`);
    return found;
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
  }

  get #alive(): readonly TestServer[] {
    return this.nodes.filter(({ running }) => running);
  }

  async #join(buses: readonly number[]): Promise<void> {
    const [first, ...others] = this.nodes;
    const [, ...otherBuses] = buses;
    for (const [at, node] of others.entries()) {
      const bus = String(otherBuses[at]);
      await first?.command('CLUSTER', 'MEET', loopback, String(node.port), bus);
    }
    await soon('the nodes know each other', () => this.#all('cluster_known_nodes:6'));
    for (const [at, node] of this.nodes.entries()) {
      if (at < shards) {
        const from = Math.ceil((slots / shards) * at);
        const to = Math.ceil((slots / shards) * (at + 1)) - 1;
        await node.command('CLUSTER', 'ADDSLOTSRANGE', String(from), String(to));
        await node.command('CLUSTER', 'SET-CONFIG-EPOCH', String(at + 1)).catch(() => {});
      } else {
        const id = String(await this.nodes[at - shards]?.command('CLUSTER', 'MYID'));
        await node.command('CLUSTER', 'REPLICATE', id);
      }
    }
    await soon('the cluster has a server for every key', () => this.#all('cluster_state:ok'));
    await soon('every server is followed by another one', () => this.#isFollowed());
  }

  async #all(sign: string): Promise<boolean> {
    const answers = await Promise.all(this.nodes.map((node) => node.command('CLUSTER', 'INFO')));
    return answers.every((answer) => String(answer).includes(sign));
  }

  async #isFollowed(): Promise<boolean> {
    const answers = await Promise.all(
      this.nodes.map((node) => node.command('INFO', 'replication')),
    );
    const online = answers.filter((answer) => String(answer).includes('state=online'));
    const views = await Promise.all(this.nodes.map((node) => node.command('CLUSTER', 'SLOTS')));
    const whole = (view: unknown) => (view as unknown[][]).every((range) => range.length === 4);
    return online.length === shards && views.every(whole);
  }
}
