import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { summary, writeReport } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'recipe-book-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('says that nothing was sent', () => {
  const spent = [{ part: 'app', cpu: 10, memory: [100, 120] }];
  const targets = [{ metric: 'requests', bound: '>0', met: false }];
  const path = writeReport(folder, { scenario: 'smoke', minutes: 0, requests: [], spent, targets });
  const report = readFileSync(path, 'utf8');
  expect(report).toContain('Nothing was sent.\n\n- **missed**: requests >0\n');
  expect(report).not.toMatch(/NaN|Infinity|timeline/);
});

it('tells processor time in seconds, and of each request in microseconds', () => {
  const one = { at: 1e12, ms: 5, name: 'GET /', flow: 'list', scenario: 'people', phase: '' };
  const requests = Array(4).fill({ ...one, api: true, status: 200, failed: false });
  const spent = [{ part: 'app', cpu: 1_200_000, memory: [100, 110, 120, 130] }];
  const text = summary({ scenario: 'smoke', minutes: 0, requests, spent, targets: [] });
  const cells = text
    .split('\n')
    .find((line) => line.startsWith('| app'))
    ?.split(/ *\| */);
  expect(cells?.slice(1, -1)).toEqual(['app', '1.2', '300000', '100', '110', '130']);
});
