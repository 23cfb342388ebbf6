import { z } from 'zod';
import type { Endpoint, RawRequest, Reply } from '../http/endpoint.ts';
import { parseInput } from '../http/input.ts';
import { HttpProblem } from '../http/problem.ts';
import { readProblem } from '../http/read-problem.ts';
import type { Logger } from '../logging/logger.ts';
import { givenAgain, isFinal, keptProblem, keptReply } from './answer.ts';
import type { Attempt, IdempotencyKeys } from './keys.ts';

const header = 'idempotency-key';

const keyHeader = z.object({
  [header]: z
    .string()
    .regex(/^[!-~]{1,255}$/, 'must be 1 to 255 visible characters')
    .optional()
    .meta({
      description:
        'A random key of your own, such as a UUID: the same request with it is done once, and answered again the same, with `Idempotency-Replayed: true`',
    }),
});

const replies = {
  409: { description: 'It cannot be done now, or the first request with this key is under way' },
  422: { description: 'The key was sent with another request' },
};

/**
 * Makes an endpoint safe to repeat where a user changes something by POST: the same request with the
 * same `Idempotency-Key` is done once. Others stay as they are.
 */
export function idempotent(endpoint: Endpoint, keys: IdempotencyKeys, logger: Logger): Endpoint {
  if (!canBeRepeated(endpoint)) return endpoint;
  return {
    ...endpoint,
    headers: z.object({ ...endpoint.headers?.shape, ...keyHeader.shape }),
    replies: { ...replies, ...endpoint.replies },
    async run(raw) {
      const { [header]: key } = parseInput(keyHeader, raw.headers);
      if (key === undefined || raw.userId === undefined) return endpoint.run(raw);
      const { params, query, body } = raw;
      // Those that it reads, such as If-Match: others differ from one try to the next.
      const headers = endpoint.headers && parseInput(endpoint.headers, raw.headers);
      const request = [endpoint.path, params, query, body, headers ?? {}];
      const begun = await keys.begin(raw.userId, key, request);
      if (begun.kind === 'answered') return givenAgain(begun.answer);
      if (begun.kind === 'under way') throw underWay();
      if (begun.kind === 'other request') throw otherRequest();
      return first(endpoint, raw, begun.attempt, logger);
    },
  };
}

/** Only answers in JSON can be kept, and a body that streams cannot be compared before it is used. */
function canBeRepeated(endpoint: Endpoint): boolean {
  const { method, signedIn, changesNothing, stream, replies } = endpoint;
  const isJson = Object.values(replies).every(({ type }) => type === undefined);
  return method === 'post' && signedIn && !changesNothing && !stream && isJson;
}

/** Whoever asks first gets the answer even when it cannot be kept. */
async function first(
  endpoint: Endpoint,
  raw: RawRequest,
  attempt: Attempt,
  logger: Logger,
): Promise<Reply> {
  const keep = (answer: string) =>
    attempt.keep(answer).then(
      (kept) => {
        if (!kept) logger.warn('an idempotent request took longer than its lease');
      },
      (error: unknown) => logger.warn({ error }, 'the answer to repeat could not be kept'),
    );
  const giveUp = () =>
    attempt
      .giveUp()
      .catch((error: unknown) => logger.warn({ error }, 'an idempotency key could not be freed'));
  let reply: Reply;
  try {
    reply = await endpoint.run(raw);
  } catch (error) {
    const problem = readProblem(error);
    if (problem && isFinal(problem)) await keep(keptProblem(problem));
    else await giveUp();
    throw error;
  }
  await keep(keptReply(reply));
  return reply;
}

function underWay(): HttpProblem {
  return new HttpProblem(409, 'The first request with this key is still under way; try again.', {
    code: 'request-under-way',
    headers: { 'Retry-After': '1' },
  });
}

function otherRequest(): HttpProblem {
  return new HttpProblem(
    422,
    'This Idempotency-Key was sent with another request; take a new key for each request.',
    { code: 'idempotency-key-reused' },
  );
}
