import { ApiError, type ErrorKind, type FieldError } from './api-error.ts';
import { retryAfterMs } from './retry-after.ts';

const kinds = new Map<number, ErrorKind>([
  [401, 'signIn'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [409, 'conflict'],
  [412, 'conflict'],
  [413, 'tooLarge'],
  [429, 'rateLimited'],
]);

/**
 * Makes an {@link ApiError} out of an answer that is not a success. Reads `application/problem+json`
 * where there is some; of anything else, or a field of the wrong type, only the status counts.
 */
export function toApiError(
  response: { status: number; headers: Headers },
  text: string,
  now = Date.now(),
): ApiError {
  const { status, headers } = response;
  const body = parseObject(text);
  return new ApiError({
    kind: kinds.get(status) ?? (status >= 500 ? 'server' : 'invalid'),
    status,
    // A server that fails says nothing that helps whoever reads it.
    detail: status >= 500 ? undefined : textOf(body['detail']),
    code: textOf(body['type'])?.match(/^urn:recipe-book:problem:(.+)$/)?.[1],
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
