import { redisConfig } from '../config/server.ts';
import { admitted } from '../testing/admitted.ts';
import { type Certificate, TestAuthority } from '../testing/certificates.ts';
import { limit, TestRatelimit } from '../testing/ratelimit.ts';
import { stopAll } from '../testing/running.ts';
import { TestServer } from '../testing/server.ts';

let authority: TestAuthority;
let client: Certificate;

beforeEach(() => {
  authority = new TestAuthority();
  client = authority.issue('client', 'DNS:ratelimit');
});
afterEach(stopAll);

/** @param names of the server, in its certificate. */
function startServer(names: string, clientCertificates: boolean): Promise<TestServer> {
  const tls = {
    ...authority.issue('server', names),
    caFile: authority.caFile,
    clientCertificates,
  };
  return TestServer.start((placement) => redisConfig(placement, { tls }));
}

/** Settings that lead to it by TLS. */
function settings({ port }: TestServer, more: Record<string, string> = {}) {
  return {
    REDIS_URL: `rediss://127.0.0.1:${port}`,
    REDIS_TLS_CA_FILE: authority.caFile,
    ...more,
  };
}

/** Settings with the client's certificate. */
function mutual({ certFile, keyFile }: Certificate) {
  return { REDIS_TLS_CERT_FILE: certFile, REDIS_TLS_KEY_FILE: keyFile };
}

test('with TLS requests are counted exactly, and there is no way in without', async () => {
  const server = await startServer('IP:127.0.0.1', false);
  const service = await TestRatelimit.start(settings(server));
  expect(await admitted([service], 'ada')).toBe(limit);
  await expect(
    TestRatelimit.start({ REDIS_URL: `redis://127.0.0.1:${server.port}` }),
  ).rejects.toThrow('ended before it was ready');
});

test('with mutual TLS they are, and whoever has no certificate is kept out', async () => {
  const server = await startServer('IP:127.0.0.1', true);
  const service = await TestRatelimit.start(settings(server, mutual(client)));
  expect(await admitted([service], 'ada')).toBe(limit);
  await expect(TestRatelimit.start(settings(server))).rejects.toThrow('ended before it was ready');
  const foreign = new TestAuthority();
  await expect(
    TestRatelimit.start(settings(server, mutual(foreign.issue('client', 'DNS:ratelimit')))),
  ).rejects.toThrow('ended before it was ready');
});

test('a certificate for another host is refused, unless told otherwise, one of another authority always', async () => {
  const server = await startServer('DNS:redis.example', false);
  await expect(TestRatelimit.start(settings(server))).rejects.toThrow('127.0.0.1');
  const anyHost = { REDIS_TLS_VERIFY_HOSTNAME: 'false' };
  const service = await TestRatelimit.start(settings(server, anyHost));
  expect(await admitted([service], 'ada')).toBe(limit);
  const foreign = new TestAuthority();
  await expect(
    TestRatelimit.start(settings(server, { ...anyHost, REDIS_TLS_CA_FILE: foreign.caFile })),
  ).rejects.toThrow('unknown authority');
});
