import { join } from 'node:path';
import { expectGolden } from '@recipe-book/test/golden';
import { TestAuthority } from '../testing/certificates.ts';
import { lastingPort } from '../testing/ports.ts';
import { stopAll } from '../testing/running.ts';
import { TestServer } from '../testing/server.ts';
import { clientTls, serverTls } from '../testing/tls.ts';
import { type ClusterOptions, clusterNodeConfig } from './cluster-node.ts';
import type { RedisPlacement } from './options.ts';
import { replicaConfig, replicationSecrets } from './replica.ts';
import { sentinelConfig } from './sentinel.ts';
import { redisConfig } from './server.ts';

const primary = { address: 'redis-0.redis', port: 6379 };
const watched = { name: 'recipe-book', primary, quorum: 2 };
const login = { username: 'replication', password: 'not "secret"' };

/** Every kind of config, without what stands in a file of its own. */
const kinds: Record<string, (placement: RedisPlacement, options?: ClusterOptions) => string> = {
  redis: redisConfig,
  replica: (placement, options) => replicaConfig(placement, primary, options),
  'cluster-node': clusterNodeConfig,
};

const placement = { address: '0.0.0.0', port: 6379, dataDir: '/data' };
const files = {
  tls: {
    certFile: '/etc/redis/tls/tls.crt',
    keyFile: '/etc/redis/tls/tls.key',
    caFile: '/etc/redis/tls/ca.crt',
    clientCertificates: true,
  },
  aclFile: '/etc/redis/users/users.acl',
};

afterEach(stopAll);

function golden(name: string, text: string): void {
  expectGolden(join(import.meta.dirname, '../../golden', name), text);
}

test.each(Object.keys(kinds))('the configuration of %s is the reviewed one', (kind) => {
  golden(`${kind}.conf`, kinds[kind]?.(placement) ?? '');
  golden(`${kind}-tls.conf`, kinds[kind]?.(placement, files) ?? '');
});

test('that of Sentinel is, and that of secrets', () => {
  const { tls } = files;
  golden('sentinel.conf', sentinelConfig({ ...placement, port: 26379 }, watched));
  golden(
    'sentinel-secret.conf',
    sentinelConfig({ ...placement, port: 26379 }, watched, {
      ...{ tls, login, announceHostnames: true, password: 'a "b" \\c' },
    }),
  );
  golden('replication-secret.conf', replicationSecrets(login));
});

test.each(Object.keys(kinds))(
  'Redis takes the configuration of %s, with TLS and without',
  async (kind) => {
    const authority = new TestAuthority();
    const options = { busPort: await lastingPort() };
    const secrets = replicationSecrets(login);
    for (const tls of [undefined, serverTls(authority)]) {
      const server = await TestServer.start(
        (at) => (kinds[kind]?.(at, { ...options, ...(tls && { tls }) }) ?? '') + secrets,
        tls && clientTls(authority),
      );
      const read = await server.command('CONFIG', 'GET', 'masterauth');
      expect(read).toEqual(['masterauth', login.password]);
      await server.stop();
    }
  },
);
