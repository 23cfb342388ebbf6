import { table } from '@recipe-book/capacity/table';
import { median } from '../report/median.ts';
import { spread } from '../report/spread.ts';
import type { Ratios } from './ratios.ts';

/** What the platform may take at most, in parts of one process. */
interface Target {
  readonly endpoint: string;
  readonly of: 'app' | 'together';
  readonly most: number;
}

const targets: readonly Target[] = [
  { endpoint: 'list', of: 'app', most: 0.4 },
  { endpoint: 'list', of: 'together', most: 1 },
  // No such request reaches the app: what it takes is what it does while nobody asks.
  { endpoint: '429', of: 'app', most: 0.01 },
  { endpoint: '429', of: 'together', most: 1.5 },
];

const tried = '../../../docs/performance.md';

/** Which targets are reached, of those whose endpoints were measured; Markdown, empty when there is none. */
export function targetTable(ratios: readonly Ratios[]): string {
  const rows = targets.flatMap(({ endpoint, of, most }) => {
    const measured = ratios.find((one) => one.endpoint === endpoint)?.[of];
    if (!measured) return [];
    // As it is shown.
    const reached = Number(median(measured).toFixed(2)) <= most;
    return [
      [
        `${endpoint}, CPU ${of === 'app' ? 'of the app' : 'together'}`,
        most.toFixed(2),
        spread(measured, 2),
        reached ? 'reached' : '**not reached**',
      ],
    ];
  });
  if (rows.length === 0) return '';
  return [
    table([['target', 'at most', 'measured', ''], ...rows]),
    `What was tried for them, and what each try gave: [in the app and the Collector](${tried}#where-it-went-and-what-was-tried), [at the edge](${tried}#what-was-tried-at-the-edge).`,
  ].join('\n\n');
}
