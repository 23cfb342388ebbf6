import type { Panel } from './panel.ts';

/** A dashboard as it shall be. */
export interface Dashboard {
  readonly title: string;
  readonly description: string;
  readonly panels: readonly Panel[];
}

/** Both versions take this one; 0.92.2 lifts it to its own when it shows it. */
const version = 7;
/** The grid is so wide, and a panel so high. */
const grid = { width: 192, height: 18 };

/** The body of a dashboard. What OpenObserve drops when it saves one is not in it. */
export function dashboardBody({ title, description, panels }: Dashboard) {
  const layouts = arrange(panels);
  return {
    version,
    title,
    description,
    role: '',
    owner: '',
    defaultDatetimeDuration: { type: 'relative', relativeTimePeriod: '1h' },
    variables: { showDynamicFilters: false, list: [] },
    tabs: [
      {
        tabId: 'default',
        name: 'Default',
        panels: panels.map((panel, at) => ({
          id: `panel-${at + 1}`,
          type: panel.kind === 'lines' ? 'line' : 'table',
          title: panel.title,
          description: panel.description ?? '',
          queryType: panel.kind === 'lines' ? 'promql' : 'sql',
          config: {
            show_legends: panel.kind === 'lines',
            legends_position: null,
            ...(panel.unit && { unit: panel.unit }),
          },
          layout: { ...layouts[at], i: at + 1 },
          queries: [query(panel)],
        })),
      },
    ],
  };
}

function query(panel: Panel) {
  const isLines = panel.kind === 'lines';
  return {
    query: isLines ? panel.promql : panel.sql,
    vrlFunctionQuery: '',
    customQuery: true,
    config: { promql_legend: isLines ? panel.legend : '' },
    fields: {
      stream: panel.stream,
      stream_type: isLines ? 'metrics' : panel.streamType,
      // PromQL has no axes.
      x: isLines ? [] : axes(panel.columns),
      y: isLines ? [] : axes(panel.figures),
      z: [],
      filter: { filterType: 'group', logicalOperator: 'AND', conditions: [] },
    },
  };
}

function axes(titles: Readonly<Record<string, string>>) {
  return Object.entries(titles).map(([column, label]) => ({
    label,
    alias: column,
    column,
    color: null,
  }));
}

/** Two in a row unless one takes the whole width. */
function arrange(panels: readonly Panel[]) {
  let x = 0;
  let y = 0;
  return panels.map(({ width = 'half' }) => {
    const w = width === 'half' ? grid.width / 2 : grid.width;
    if (x + w > grid.width) {
      x = 0;
      y += grid.height;
    }
    const layout = { x, y, w, h: grid.height };
    x += w;
    return layout;
  });
}
