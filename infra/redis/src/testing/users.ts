import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aclFile } from '../acl/acl-file.ts';
import type { Role } from '../acl/rights.ts';

const roles: readonly Role[] = ['app', 'ratelimit', 'replication', 'sentinel', 'operator'];

/** One for each role, named after it. */
export const testUsers = roles.map((role) => ({ name: role, ...login(role), roles: [role] }));

/** Who somebody is to the servers. The colon is there because the ratelimit service parts by it. */
export function login(role: Role): { username: string; password: string } {
  return { username: role, password: `pass:${role}` };
}

/** Settings of a program that knows the users of the app and of the ratelimit service. */
export const loginSettings = {
  REDIS_USERNAME: 'app',
  REDIS_PASSWORD: login('app').password,
  REDIS_RATELIMIT_USERNAME: 'ratelimit',
  REDIS_RATELIMIT_PASSWORD: login('ratelimit').password,
};

/** Writes the file of the users for a server, with the product's own prefix. @returns its path. */
export function writeUsers(folder: string): string {
  const path = join(folder, 'users.acl');
  writeFileSync(path, aclFile(testUsers, 'recipe-book:'), { mode: 0o600 });
  return path;
}
