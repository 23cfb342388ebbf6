import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeReport } from './report.ts';

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
