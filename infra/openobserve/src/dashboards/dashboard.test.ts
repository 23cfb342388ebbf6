import { join } from 'node:path';
import { expectGoldenJson } from '@recipe-book/test/golden';
import { dashboardBody } from './dashboard.ts';
import { allDashboards } from './wanted.ts';

const dashboards = allDashboards({
  OPENOBSERVE_STREAM_LOGS: 'recipe-book-logs',
  OPENOBSERVE_STREAM_TRACES: 'recipe-book-traces',
});

test.each(dashboards)('the dashboard "$title" is the reviewed one', (dashboard) => {
  const name = dashboard.title.toLowerCase().replaceAll(' ', '-');
  const golden = join(import.meta.dirname, `../../golden/dashboards/${name}.json`);
  expectGoldenJson(golden, dashboardBody(dashboard));
});

test.each(dashboards)('the panels of "$title" lie beside each other on the grid', (dashboard) => {
  const all = dashboardBody(dashboard).tabs.flatMap((tab) => tab.panels);
  const cells = all.flatMap(({ layout: { x = 0, y = 0, w = 0 } }) => {
    expect(x + w).toBeLessThanOrEqual(192);
    return Array.from({ length: w }, (_, at) => `${x + at},${y}`);
  });
  expect(new Set(cells).size).toBe(cells.length);
  // OpenObserve takes no 0.
  expect(all.map(({ layout: { i } }) => i)).toEqual(all.map((_, at) => at + 1));
});
