import { join } from 'node:path';
import { expectGolden } from '@recipe-book/test/golden';
import { testUsers } from '../testing/users.ts';
import { aclFile } from './acl-file.ts';

test('the users are the reviewed ones', () => {
  const golden = join(import.meta.dirname, '../../golden/users.acl');
  expectGolden(golden, aclFile(testUsers, 'recipe-book:'));
});

test('one user can have the rights of two', () => {
  const [app, ratelimit] = ['app', 'ratelimit'] as const;
  const user = { name: 'both', password: 'secret', roles: [app, ratelimit] };
  const [first, second] = aclFile([user], 'a:').split('\n');
  expect(first).toBe('user default reset');
  expect(second).toContain(' ~a:cache:* ~a:ratelimit:* ');
  expect(second?.match(/\+ping/g)).toHaveLength(1);
});

test('the user default can be one of them', () => {
  const user = { name: 'default', password: 'secret', roles: ['app' as const] };
  expect(aclFile([user], 'a:').trimEnd()).toMatch(/^user default reset on #/);
});
