import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stackEnvironment } from '../harness/set-up.ts';
import { testStack } from '../harness/stack.ts';
import { load } from '../load/load.ts';
import { sizes } from '../load/sizes.ts';
import { seedAccounts } from '../load/stack.ts';

const folder = mkdtempSync(join(tmpdir(), 'recipe-book-load-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('everything that users of a load test do succeeds', async () => {
  const { ingressPort, paths } = testStack();
  seedAccounts(stackEnvironment(), sizes.smoke);
  const origin = `http://127.0.0.1:${ingressPort}`;
  const place = { origin, state: paths.state, k6: 'k6', folder };
  const { targets, requests } = await load({ scenario: 'smoke', minutes: 0 }, place);
  expect(targets.filter(({ met }) => !met)).toEqual([]);
  expect([...new Set(requests.map(({ flow }) => flow))].sort()).toEqual([
    'come back',
    'edit',
    'list',
    'open',
    'picture',
    'plan',
    'search',
    'shopping list',
    'sign in',
  ]);
  expect(requests.filter(({ failed }) => failed)).toEqual([]);
}, 60_000);
