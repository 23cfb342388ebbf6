import { redisVariables } from '../areas/redis.ts';
import type { Settings } from '../settings.ts';

/** What is wrong with the settings of Redis that are each valid alone, one sentence each. */
export function redisProblems(settings: Settings): string[] {
  const url = new URL(settings.REDIS_URL);
  return [
    ...(settings.REDIS_MODE === 'single'
      ? singleProblems(settings, url)
      : severalProblems(settings, settings.REDIS_MODE)),
    ...loginProblems(settings, url),
    ...tlsProblems(settings, url),
  ];
}

function singleProblems(settings: Settings, url: URL): string[] {
  const problems: string[] = [];
  if (url.pathname.length > 1) {
    problems.push(
      'REDIS_URL names a database in its path; set REDIS_DB instead, which every program reads.',
    );
  }
  if (settings.REDIS_NODES !== undefined) {
    problems.push(
      'REDIS_NODES is set and REDIS_MODE is single; set that to sentinel or cluster, or name the server in REDIS_URL.',
    );
  }
  if (settings.REDIS_TLS) {
    problems.push(
      'REDIS_TLS is true and REDIS_MODE is single; begin REDIS_URL with rediss:// instead.',
    );
  }
  return [...problems, ...onlySentinel(settings)];
}

function severalProblems(settings: Settings, mode: 'sentinel' | 'cluster'): string[] {
  const problems: string[] = [];
  if (settings.REDIS_NODES === undefined) {
    const what = mode === 'sentinel' ? 'the Sentinels' : 'some nodes of the cluster';
    problems.push(`REDIS_NODES is not set; with REDIS_MODE=${mode} it must name ${what}.`);
  }
  if (settings.REDIS_URL !== redisVariables.REDIS_URL.default) {
    problems.push(
      `REDIS_URL is set and REDIS_MODE is ${mode}; leave it out, since the addresses stand in REDIS_NODES.`,
    );
  }
  if (settings.REDIS_DB !== 0) {
    problems.push(
      mode === 'cluster'
        ? `REDIS_DB is ${settings.REDIS_DB}; a cluster has only number 0: tell users of it apart by REDIS_KEY_PREFIX.`
        : `REDIS_DB is ${settings.REDIS_DB}; with Sentinels the ratelimit service can only use number 0: tell users of it apart by REDIS_KEY_PREFIX.`,
    );
  }
  if (mode === 'cluster') return [...problems, ...onlySentinel(settings)];
  if (settings.REDIS_SENTINEL_MASTER === undefined) {
    problems.push(
      'REDIS_SENTINEL_MASTER is not set; with REDIS_MODE=sentinel it must be the name that the Sentinels give to the server.',
    );
  }
  return problems;
}

function onlySentinel(settings: Settings): string[] {
  const names = [
    'REDIS_SENTINEL_MASTER',
    'REDIS_SENTINEL_USERNAME',
    'REDIS_SENTINEL_PASSWORD',
  ] as const;
  return names
    .filter((name) => settings[name] !== undefined)
    .map((name) => `${name} is set and REDIS_MODE is ${settings.REDIS_MODE}; it is for sentinel.`);
}

function loginProblems(settings: Settings, url: URL): string[] {
  const problems: string[] = [];
  if (url.password && settings.REDIS_PASSWORD !== undefined) {
    problems.push('REDIS_URL holds a password and REDIS_PASSWORD another one; keep one of them.');
  }
  if (url.username && settings.REDIS_USERNAME !== undefined) {
    problems.push('REDIS_URL holds a user and REDIS_USERNAME another one; keep one of them.');
  }
  if (
    settings.REDIS_USERNAME !== undefined &&
    settings.REDIS_PASSWORD === undefined &&
    !url.password
  ) {
    problems.push('REDIS_PASSWORD is not set; it is needed while REDIS_USERNAME is set.');
  }
  for (const who of ['RATELIMIT', 'SENTINEL'] as const) {
    const user = `REDIS_${who}_USERNAME` as const;
    const password = `REDIS_${who}_PASSWORD` as const;
    if ((settings[user] === undefined) === (settings[password] === undefined)) continue;
    const [missing, set] = settings[user] === undefined ? [user, password] : [password, user];
    problems.push(`${missing} is not set; it is needed while ${set} is set.`);
  }
  return problems;
}

function tlsProblems(settings: Settings, url: URL): string[] {
  const files = ['REDIS_TLS_CA_FILE', 'REDIS_TLS_CERT_FILE', 'REDIS_TLS_KEY_FILE'] as const;
  const given = files.filter((name) => settings[name] !== undefined);
  if (!settings.REDIS_TLS && url.protocol !== 'rediss:') {
    return given.map((name) => `${name} is set, but Redis is not reached by TLS; leave it out.`);
  }
  if (given.includes('REDIS_TLS_CERT_FILE') === given.includes('REDIS_TLS_KEY_FILE')) return [];
  return ['Set both REDIS_TLS_CERT_FILE and REDIS_TLS_KEY_FILE or none: a certificate has a key.'];
}
