import { type LogRecord, ROOT_CONTEXT } from '@opentelemetry/api';
import { ApiError } from '../api/api-error.ts';
import { Errors } from './errors.ts';

function recorded(...errors: unknown[]) {
  const records: LogRecord[] = [];
  const logger = { emit: (record: LogRecord) => void records.push(record), enabled: () => true };
  const kept = new Errors(logger);
  for (const error of errors) kept.record(error, 'window', 1, ROOT_CONTEXT);
  return records.map(({ attributes = {} }) => attributes);
}

test('an error is told with its kind, message and stack, without queries', () => {
  const error = new RangeError('Bad page at https://x/recipes?q=secret');
  error.stack = 'RangeError\n  at f (https://x/assets/a.js?token=secret:1:2)';
  expect(recorded(error)).toEqual([
    {
      'event.name': 'exception',
      'web.error.source': 'window',
      'exception.type': 'RangeError',
      'exception.message': 'Bad page at https://x/recipes',
      'exception.stacktrace': 'RangeError\n  at f (https://x/assets/a.js:1:2)',
    },
  ]);
});

test('the same again is told once, and many are not told without end', () => {
  const same = new Error('same');
  expect(recorded(same, same, same)).toHaveLength(1);
  const many = Array.from({ length: 100 }, (_, at) => new Error(`error ${at}`));
  expect(recorded(...many)).toHaveLength(20);
});

test('what the server refused, and what was given up, is no error of the page', () => {
  const refused = new ApiError({ kind: 'notFound', status: 404, detail: 'x' });
  expect(recorded(refused, new DOMException('', 'AbortError'))).toEqual([]);
});

test('of what is thrown and no error only the type is told', () => {
  expect(recorded('a secret', { password: 'x' }).map((one) => one['exception.type'])).toEqual([
    'string',
    'object',
  ]);
  expect(JSON.stringify(recorded('a secret', { password: 'x' }))).not.toMatch(/secret|password/);
});
