import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { type BaseTransportOptions, createTransport, type Transport } from '@sentry/core';

/** How long Sentry may take to answer, milliseconds. */
const answerTimeout = 5000;

/** How many reports may be on their way; more are dropped. */
const maxAtOnce = 10;

/**
 * Sends reports outside of every trace: they are no part of the request that failed.
 * @param onFailure called when one did not arrive.
 */
export function reportTransport(onFailure: (reason: string) => void) {
  return (options: BaseTransportOptions): Transport =>
    createTransport({ ...options, bufferSize: maxAtOnce }, async ({ body }) => {
      try {
        const answer = await context.with(ROOT_CONTEXT, () =>
          fetch(options.url, {
            method: 'POST',
            body: typeof body === 'string' ? body : Buffer.from(body),
            signal: AbortSignal.timeout(answerTimeout),
          }),
        );
        await answer.body?.cancel();
        if (!answer.ok) onFailure(`it answered ${answer.status}`);
        return {
          statusCode: answer.status,
          headers: {
            'x-sentry-rate-limits': answer.headers.get('x-sentry-rate-limits'),
            'retry-after': answer.headers.get('retry-after'),
          },
        };
      } catch (error) {
        onFailure(reasonOf(error));
        throw error;
      }
    });
}

/** Without the address that was asked, which holds the key. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.name;
  return 'it did not answer';
}
