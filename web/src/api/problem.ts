import { ApiError, type FieldError } from './api-error.ts';
import { retryAfterMs } from './retry-after.ts';

/** Words for an answer that carries no problem document, such as a proxy's own page. */
const plainProblems = new Map<number, [title: string, detail: string]>([
  [401, ['Please sign in', 'You are not signed in, or your session has ended.']],
  [403, ['Not allowed', 'This account may not do that.']],
  [404, ['Not found', 'There is nothing at this address.']],
  [413, ['Too large', 'What you sent is larger than the server takes.']],
  [429, ['Too many requests', 'The server asks for a short pause.']],
  [502, ['Server not reachable', 'The server did not answer. Please try again in a moment.']],
  [503, ['Server busy', 'The server cannot answer now. Please try again in a moment.']],
  [504, ['Server too slow', 'The server took too long to answer. Please try again.']],
]);

/**
 * Makes an {@link ApiError} out of an answer that is not a success. Reads `application/problem+json`
 * where there is some; anything else, or a field of the wrong type, falls back to plain words.
 */
export function toApiError(
  response: { status: number; headers: Headers },
  text: string,
  now = Date.now(),
): ApiError {
  const { status, headers } = response;
  const body = parseObject(text);
  const [title, detail] = plainProblems.get(status) ?? [
    'Something went wrong',
    `The server answered with status ${status}.`,
  ];
  return new ApiError({
    status,
    title: textOf(body['title']) ?? title,
    detail: textOf(body['detail']) ?? detail,
    requestId: textOf(body['requestId']) ?? headers.get('x-request-id') ?? undefined,
    fields: fieldErrors(body['errors']),
    retryAt: status === 429 ? now + retryAfterMs(headers.get('retry-after'), now) : undefined,
  });
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).flatMap((entry) => {
    const message = textOf(entry['message']);
    return message ? [{ path: dottedPath(entry['path']), message }] : [];
  });
}

/** Servers write paths as `a.0.b`, `/a/0/b`, `a[0].b` or an array; forms look up the first. */
function dottedPath(path: unknown): string {
  const text = Array.isArray(path) ? path.join('.') : (textOf(path) ?? '');
  return text
    .replaceAll(/[/[\]]+/g, '.')
    .replaceAll(/\.+/g, '.')
    .replaceAll(/^\.|\.$/g, '');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
