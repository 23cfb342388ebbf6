import { createHash } from 'node:crypto';
import { type Role, rightsOf } from './rights.ts';

/** Somebody who may log in. */
export interface RedisUser {
  readonly name: string;
  readonly password: string;
  /** What it is for; its rights are those of all of them. */
  readonly roles: readonly Role[];
}

/**
 * The users of a server (`aclfile`), each with no more rights than it needs. Nobody else gets in: the
 * user `default`, who is there without being asked for, is switched off. A secret although
 * passwords are hashed: a weak one can be guessed from its hash.
 * @param prefix REDIS_KEY_PREFIX.
 */
export function aclFile(users: readonly RedisUser[], prefix: string): string {
  const lines = users.map((user) => userLine(user, prefix));
  const hasDefault = users.some(({ name }) => name === 'default');
  return `${[...(hasDefault ? [] : ['user default reset']), ...lines].join('\n')}\n`;
}

function userLine({ name, password, roles }: RedisUser, prefix: string): string {
  const rights = roles.map((role) => rightsOf(role, prefix));
  const all = (kind: 'keys' | 'channels' | 'commands', sign: string) =>
    [...new Set(rights.flatMap((one) => one[kind]))].map((one) => sign + one);
  return [
    `user ${name} reset on`,
    `#${createHash('sha256').update(password).digest('hex')}`,
    ...all('keys', '~'),
    ...all('channels', '&'),
    ...all('commands', '+'),
  ].join(' ');
}
