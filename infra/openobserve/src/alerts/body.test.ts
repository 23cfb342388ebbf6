import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectGoldenJson } from '@recipe-book/test/golden';
import { alertBody } from './body.ts';
import { requestsPassUncounted } from './index.ts';

const root = join(import.meta.dirname, '../../../..');

test('the alert for uncounted requests is the reviewed one', () => {
  const golden = join(import.meta.dirname, '../../golden/alerts/requests-pass-uncounted.json');
  expectGoldenJson(golden, alertBody(requestsPassUncounted, ['on-call']));
});

test('its runbook is there, under its heading', () => {
  const [page = '', heading = ''] = requestsPassUncounted.runbook.split('#');
  expect(existsSync(join(root, page))).toBe(true);
  const headings = [...readFileSync(join(root, page), 'utf8').matchAll(/^#+ (.*)$/gm)];
  expect(headings.map(([, text = '']) => text.toLowerCase().replaceAll(' ', '-'))).toContain(
    heading,
  );
});
