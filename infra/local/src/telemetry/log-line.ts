import { styleText } from 'node:util';
import type { LogEntry } from './files.ts';
import { visible, visibleLines } from './visible.ts';

const colours = {
  error: 'red',
  warn: 'yellow',
  info: 'green',
  http: 'cyan',
  debug: 'gray',
} as const;
/** Shown in front or not at all. */
const hidden = new Set([
  'level',
  'timestamp',
  'method',
  'path',
  'statusCode',
  'duration',
  'requestId',
  'trace_id',
  'span_id',
  'message',
  'pid',
  'hostname',
]);

/** One log record as one readable line; a stack trace follows on lines of its own. */
export function logLine(entry: LogEntry): string {
  const { attributes } = entry;
  const level = entry.level.toLowerCase();
  const rest = Object.entries(attributes)
    .filter(
      ([key, value]) => !hidden.has(key) && value !== '-' && value !== '' && !key.includes('stack'),
    )
    .map(([key, value]) => `${key}=${value}`);
  const request = [
    attributes['method'],
    attributes['path'],
    attributes['statusCode'],
    attributes['duration'] === undefined ? undefined : `${attributes['duration']} ms`,
  ].filter((part) => part !== undefined && part !== '-');
  const stack = attributes['exception.stacktrace'] ?? attributes['err.stack'];
  const parts = [
    styleText('dim', new Date(entry.time).toISOString().slice(11, 23)),
    styleText(colours[level as keyof typeof colours] ?? 'white', visible(level).padEnd(5)),
    visible(entry.service).padEnd(21),
    visible(entry.message),
    ...(request.length > 2 && !entry.message.includes(String(attributes['path']))
      ? [visible(request.join(' '))]
      : []),
    styleText(
      'dim',
      visible(
        [
          ...rest,
          attributes['requestId'] ? `requestId=${attributes['requestId']}` : '',
          entry.traceId ? `trace=${entry.traceId}` : '',
        ]
          .filter(Boolean)
          .join(' '),
      ),
    ),
  ];
  return (
    parts.join(' ') + (stack ? `\n${visibleLines(String(stack)).replaceAll(/^/gm, '    ')}` : '')
  );
}
