import { loadSettings } from '@recipe-book/settings';
import { allAlerts } from './alerts/wanted.ts';
import type { Panel } from './dashboards/panel.ts';
import { allDashboards } from './dashboards/wanted.ts';
import { traceNumbers } from './emitted/columns.ts';
import { wantedStreams } from './streams/wanted.ts';

const settings = loadSettings({});
const streams = wantedStreams(settings);
const dashboards = allDashboards(settings);
const panels = dashboards.flatMap(({ title, panels }) =>
  panels.map((panel): [string, Panel] => [`${title}: ${panel.title}`, panel]),
);

/** Words of the two languages that are used; any other is a stream or a column, or wrong. */
const promqlWords = /^(sum|min|max|by|rate|increase|histogram_quantile)$/;
const sqlWords =
  /^(SELECT|AS|FROM|WHERE|AND|GROUP|BY|ORDER|DESC|LIMIT|HAVING|DISTINCT|CAST|DOUBLE|count|approx_percentile_cont)$/;

function columnsOf(stream: string): readonly string[] {
  return streams.get(stream)?.columns.map(({ name }) => name) ?? [];
}

/** Names in a query that OpenObserve would not know. */
function unknownInPromql(promql: string): string[] {
  const bare = promql.replaceAll(/"[^"]*"/g, '""').replaceAll(/\[\d+[mhd]\]/g, '');
  const words = bare.match(/[a-zA-Z_]\w*/g) ?? [];
  const used = words.filter((word) => streams.has(word));
  const columns = used.flatMap(columnsOf);
  if (used.length === 0) return [promql];
  return words.filter(
    (word) => !promqlWords.test(word) && !used.includes(word) && !columns.includes(word),
  );
}

function unknownInSql(sql: string): string[] {
  const [, stream = ''] = / FROM "([^"]+)"/.exec(sql) ?? [];
  const known = [...columnsOf(stream), '_timestamp', ...traceNumbers];
  const aliases = [...sql.matchAll(/ AS (\w+)\b(?!\))/g)].map(([, alias = '']) => alias);
  const words = sql.replaceAll(/'[^']*'|"[^"]*"/g, '').match(/[a-zA-Z_]\w*/g) ?? [];
  const wrong = words.filter(
    (word) => !sqlWords.test(word) && ![...known, ...aliases].includes(word),
  );
  return streams.has(stream) ? wrong : [stream, ...wrong];
}

test.each(allAlerts(settings).map((alert) => [alert.name, alert] as const))(
  'the alert %s asks for what the Collector sends',
  (_, alert) => {
    expect(streams.has(alert.stream)).toBe(true);
    expect('sql' in alert ? unknownInSql(alert.sql) : unknownInPromql(alert.promql)).toEqual([]);
  },
);

test.each(panels)('%s asks for what the Collector sends', (_, panel) => {
  expect(streams.has(panel.stream)).toBe(true);
  const isLines = panel.kind === 'lines';
  expect(isLines ? unknownInPromql(panel.promql) : unknownInSql(panel.sql)).toEqual([]);
  if (isLines) {
    const labels = [...panel.legend.matchAll(/\{(\w+)\}/g)].map(([, label]) => label);
    for (const label of labels) expect(panel.promql).toContain(label);
  } else {
    const aliases = [...panel.sql.matchAll(/ AS (\w+)\b(?!\))/g)].map(([, alias]) => alias);
    expect(Object.keys({ ...panel.columns, ...panel.figures })).toEqual(aliases);
    expect(panel.sql).not.toContain('AS _timestamp');
  }
});

test('a wrong name is found', () => {
  expect(unknownInPromql('sum(rate(http_server_duration_count[5m]))')).not.toEqual([]);
  expect(unknownInSql('SELECT requestId AS request FROM "recipe_book_logs"')).toEqual([
    'requestId',
  ]);
  expect(unknownInSql('SELECT body AS message FROM "recipe-book-logs"')).not.toEqual([]);
});
