export { TestAuthority } from './certificates.ts';
export { TestCluster } from './cluster.ts';
export { limit, TestRatelimit } from './ratelimit.ts';
export { stopAll } from './running.ts';
export { TestSentinels } from './sentinels.ts';
export { TestServer } from './server.ts';
export { soon } from './soon.ts';
export { clientTls, serverTls } from './tls.ts';
export { login, loginSettings, writeUsers } from './users.ts';
