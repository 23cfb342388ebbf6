import { styleText } from 'node:util';
import type { SpanEntry } from './files.ts';
import { visible } from './visible.ts';

const barWidth = 30;

/** Spans by trace, the trace that began last at the end. */
export function traces(spans: readonly SpanEntry[]): SpanEntry[][] {
  const groups = Map.groupBy(spans, (span) => span.traceId);
  return [...groups.values()]
    .map((trace) => trace.sort((a, b) => startOf(a) - startOf(b)))
    .sort((a, b) => startOf(a[0]) - startOf(b[0]));
}

/** A trace as a tree: service, span name, duration, and a bar that shows when it ran. */
export function traceTree(trace: readonly SpanEntry[]): string {
  const begin = Math.min(...trace.map(startOf));
  const length = Math.max(...trace.map(endOf)) - begin || 1;
  const known = new Set(trace.map((span) => span.spanId));
  const children = Map.groupBy(trace, (span) =>
    span.parentSpanId && known.has(span.parentSpanId) ? span.parentSpanId : 'root',
  );
  const lines = [
    `trace ${visible(trace[0]?.traceId ?? '')}  ${new Date(begin / 1e6).toISOString()}`,
  ];
  const walk = (parent: string, depth: number) => {
    for (const span of children.get(parent) ?? []) {
      const label = `${'  '.repeat(depth)}${visible(span.name)}`.padEnd(44).slice(0, 44);
      const from = Math.floor(((startOf(span) - begin) / length) * barWidth);
      const width = Math.max(1, Math.round(((endOf(span) - startOf(span)) / length) * barWidth));
      const bar = `${' '.repeat(Math.min(from, barWidth - 1))}${'▇'.repeat(width)}`.slice(
        0,
        barWidth,
      );
      const failed = span.status?.code === 2;
      lines.push(
        [
          ' ',
          failed ? styleText('red', label) : label,
          visible(span.service).padEnd(22),
          `${((endOf(span) - startOf(span)) / 1e6).toFixed(1)} ms`.padStart(10),
          styleText(failed ? 'red' : 'cyan', bar),
        ].join(' '),
      );
      walk(span.spanId, depth + 1);
    }
  };
  walk('root', 0);
  return lines.join('\n');
}

/** Nanoseconds since 1970, rounded: exact enough for a picture. */
function startOf(span: SpanEntry | undefined): number {
  return Number(span?.startTimeUnixNano ?? 0);
}
function endOf(span: SpanEntry): number {
  return Number(span.endTimeUnixNano);
}
