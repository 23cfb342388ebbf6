import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings } from '@recipe-book/settings';
import { expectGoldenJson } from '@recipe-book/test/golden';
import { alertBody } from './body.ts';
import { noData } from './no-data.ts';
import { redisAwayMessage } from './redis-away.ts';
import { allAlerts } from './wanted.ts';

const root = join(import.meta.dirname, '../../../..');
const alerts = allAlerts({ OPENOBSERVE_STREAM_LOGS: 'recipe-book-logs' });

test.each(alerts)('the alert $name is the reviewed one', (alert) => {
  const golden = join(
    import.meta.dirname,
    `../../golden/alerts/${alert.name.replaceAll('_', '-')}.json`,
  );
  expectGoldenJson(golden, alertBody(alert, ['on-call']));
});

test.each(alerts)('the runbook of $name is there, under its heading', ({ runbook }) => {
  const [page = '', heading = ''] = runbook.split('#');
  expect(existsSync(join(root, page))).toBe(true);
  const headings = [...readFileSync(join(root, page), 'utf8').matchAll(/^#+ (.*)$/gm)];
  expect(headings.map(([, text = '']) => text.toLowerCase().replaceAll(' ', '-'))).toContain(
    heading,
  );
});

// OpenObserve counts the rows of SQL, and takes names without spaces and most signs.
test.each(alerts)('$name is one that OpenObserve evaluates as meant', (alert) => {
  expect(alert.name).toMatch(/^[a-z_]+$/);
  if ('sql' in alert) expect(alert.sql).toMatch(/ HAVING count\(\*\) [<>] \d+$/);
  expect(alertBody(alert, []).trigger_condition).toMatchObject({ operator: '>=', threshold: 1 });
});

test('the app still logs what the alert about Redis looks for', () => {
  const files = globSync('app/src/redis/*.ts', { cwd: root });
  const text = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  expect(text).toContain(`'${redisAwayMessage}'`);
});

test('the app cannot send so seldom that one missing metric looks like all', () => {
  const rare = String((noData.period / 2) * 60_000 + 1);
  expect(() => loadSettings({ OTEL_METRIC_EXPORT_INTERVAL: rare })).toThrow(
    'OTEL_METRIC_EXPORT_INTERVAL',
  );
});
