import type { Target } from '../target.ts';

/** What the settings of Redis cannot be in a cluster. */
export function redisProblems({ environment, settings, options, runs }: Target): string[] {
  const problems: string[] = [];
  const { username, password } = new URL(settings.REDIS_URL);
  if (username || password) {
    problems.push(
      `REDIS_URL holds a user name or a password, which would stand in the manifests; leave them out${
        options.redis.password ? ' and put the password into the Secret' : ''
      }.`,
    );
  }
  if (runs.redis && options.redis.kind === 'sentinel' && !options.redis.password) {
    problems.push(
      `redis.kind is "sentinel" for ${environment} without a password; set redis.password, since its servers and Sentinels ask each other for it.`,
    );
  }
  const users = (['REDIS_USERNAME', 'REDIS_RATELIMIT_USERNAME'] as const).filter(
    (name) => settings[name] !== undefined,
  );
  if (runs.redis) {
    for (const name of users) {
      problems.push(
        `${name} is set, but the Redis that ${environment} runs itself knows no users; leave it out, or name another Redis in REDIS_URL or REDIS_NODES.`,
      );
    }
  } else if (settings.REDIS_USERNAME !== undefined && !options.redis.password) {
    problems.push(
      `REDIS_USERNAME is set, but ${environment} has no password for Redis; set redis.password in environments.ts.`,
    );
  }
  return problems;
}
