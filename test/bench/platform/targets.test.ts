import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/root.ts';
import { targetTable } from './targets.ts';

const ratios = { throughput: [1], app: [0.7, 0.3, 0.4], together: [1.5, 1.4, 1.6] };

test('the median says whether a target is reached', () => {
  const text = targetTable([{ ...ratios, endpoint: 'list' }]);
  expect(text).toContain(
    '| list, CPU of the app |    0.40 | 0.40 (0.30 to 0.70) |         reached |',
  );
  expect(text).toContain(
    '| list, CPU together   |    1.00 | 1.50 (1.40 to 1.60) | **not reached**',
  );
});

test('only what was measured has targets', () => {
  expect(targetTable([{ ...ratios, endpoint: '429' }])).not.toContain('list');
  expect(targetTable([{ ...ratios, endpoint: 'item' }])).toBe('');
});

test('what was tried stands where the report says', () => {
  const text = targetTable([{ ...ratios, endpoint: 'list' }]);
  const places = [...text.matchAll(/\(([^)#]+)#([^)]+)\)/g)];
  expect(places.length).toBeGreaterThan(0);
  for (const [, path = '', anchor] of places) {
    const document = readFileSync(join(root, '.run', 'bench', 'platform', path), 'utf8');
    const anchors = [...document.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    expect(anchors).toContain(anchor);
  }
});
