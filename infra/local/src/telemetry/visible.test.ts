import { stripVTControlCharacters } from 'node:util';
import { logLine } from './log-line.ts';
import { traceTree } from './trace-tree.ts';

const evil = '\x1b]0;pwned\x07\x1b[2J\r\nforged\x7f\x9b31m\u202e\u2028line';
const shown =
  '\\u001b]0;pwned\\u0007\\u001b[2J\\u000d\\u000aforged\\u007f\\u009b31m\\u202e\\u2028line';

test('what came from outside does nothing to the terminal, and makes no lines', () => {
  const attributes = { [evil]: evil, method: evil, path: evil, statusCode: 404 };
  const ids = { traceId: evil, spanId: evil };
  const entry = { service: evil, time: 0, level: evil, message: evil, attributes, ...ids };
  const span = { service: evil, name: evil, kind: 1, ...ids };
  const times = { startTimeUnixNano: '1', endTimeUnixNano: '2' };
  // Colours are our own.
  const line = stripVTControlCharacters(logLine(entry));
  const tree = stripVTControlCharacters(traceTree([{ ...span, ...times }]));
  expect(line.split(shown).length).toBeGreaterThanOrEqual(6);
  expect(tree).toContain(shown);
  expect(tree.split('\n')).toHaveLength(2);
  expect(`${line}${tree.replace('\n', '')}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
});

test('a stack keeps its lines, indented', () => {
  const attributes = { 'exception.stacktrace': 'Error: \x1b[2Jx\n at y' };
  const rest = { service: 'a', time: 0, level: 'error', message: 'm', traceId: '', spanId: '' };
  const lines = stripVTControlCharacters(logLine({ ...rest, attributes })).split('\n');
  expect(lines.slice(1)).toEqual(['    Error: \\u001b[2Jx', '     at y']);
});
