import type { RedisPlacement } from '../config/options.ts';
import { replicaConfig, replicationSecrets } from '../config/replica.ts';
import { sentinelConfig } from '../config/sentinel.ts';
import { redisConfig } from '../config/server.ts';
import type { TestAuthority } from './certificates.ts';
import { loopback, TestServer } from './server.ts';
import { soon } from './soon.ts';
import { clientTls, serverTls, tlsSettings } from './tls.ts';
import { login, loginSettings, writeUsers } from './users.ts';

const name = 'counters';
const sentinelPassword = 'pass:sentinels';

/** One server, two that follow it, and three Sentinels that watch them; all know users, none anybody else. */
export class TestSentinels {
  readonly servers: readonly TestServer[];
  readonly sentinels: readonly TestServer[];

  readonly #authority: TestAuthority | undefined;

  private constructor(
    servers: readonly TestServer[],
    sentinels: readonly TestServer[],
    authority: TestAuthority | undefined,
  ) {
    this.servers = servers;
    this.sentinels = sentinels;
    this.#authority = authority;
  }

  /**
   * @param authority absent: no TLS.
   * @param failureAfter milliseconds without an answer that count as a failure.
   */
  static async start(authority?: TestAuthority, failureAfter = 2000): Promise<TestSentinels> {
    const tls = authority && { tls: serverTls(authority) };
    const secrets = replicationSecrets(login('replication'));
    const options = (placement: RedisPlacement) => ({
      ...tls,
      aclFile: writeUsers(placement.dataDir),
    });
    const admin = { ...clientTls(authority), ...login('operator') };
    const first = await TestServer.start(
      (placement) => redisConfig(placement, options(placement)) + secrets,
      admin,
    );
    const primary = { address: loopback, port: first.port };
    const startReplica = () =>
      TestServer.start(
        (placement) => replicaConfig(placement, primary, options(placement)) + secrets,
        admin,
      );
    const watched = { name, primary, quorum: 2, failureAfter };
    const knowing = { ...tls, login: login('sentinel'), password: sentinelPassword };
    const startSentinel = () =>
      TestServer.start(
        (placement) => sentinelConfig(placement, watched, knowing),
        { ...clientTls(authority), password: sentinelPassword },
        true,
      );
    const replicas = await Promise.all([startReplica(), startReplica()]);
    const sentinels = await Promise.all([startSentinel(), startSentinel(), startSentinel()]);
    const all = new TestSentinels([first, ...replicas], sentinels, authority);
    await soon('the Sentinels know each other and the replicas', () => all.#isWhole());
    return all;
  }

  /** Settings that lead to them. */
  get settings(): Record<string, string> {
    return {
      REDIS_MODE: 'sentinel',
      REDIS_SENTINEL_MASTER: name,
      ...loginSettings,
      ...tlsSettings(this.#authority),
      REDIS_SENTINEL_USERNAME: 'default',
      REDIS_SENTINEL_PASSWORD: sentinelPassword,
      REDIS_NODES: this.sentinels.map(({ port }) => `${loopback}:${port}`).join(','),
    };
  }

  /** The server that takes writes, as most Sentinels see it. */
  async primary(): Promise<TestServer> {
    const answers = await Promise.all(
      this.sentinels.map(async (one) => {
        const [, port] = (await one.command(
          'SENTINEL',
          'GET-MASTER-ADDR-BY-NAME',
          name,
        )) as string[];
        return Number(port);
      }),
    );
    const [most] = answers.toSorted((a, b) => count(answers, b) - count(answers, a));
    const found = this.servers.find(({ port }) => port === most);
    if (!found) throw new Error('The Sentinels name a server that is not ours.');
    return found;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.sentinels, ...this.servers].map((one) => one.stop()));
  }

  async #isWhole(): Promise<boolean> {
    for (const one of this.sentinels) {
      const state = (await one.command('SENTINEL', 'MASTER', name)) as string[];
      const read = (field: string) => state[state.indexOf(field) + 1];
      if (read('num-other-sentinels') !== '2' || read('num-slaves') !== '2') return false;
    }
    const info = String(await this.servers[0]?.command('INFO', 'replication'));
    return (info.match(/state=online/g) ?? []).length === 2;
  }
}

function count<T>(all: readonly T[], one: T | undefined): number {
  return all.filter((other) => other === one).length;
}
