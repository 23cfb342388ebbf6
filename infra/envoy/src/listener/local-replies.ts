import type { JsonObject } from '../json.ts';
import { farOverHeader } from '../names.ts';
import { overloaded } from './overloaded.ts';

interface Reply {
  readonly title: string;
  readonly detail: string;
  /** URI of the kind of problem; absent when the status says enough. */
  readonly type?: string;
}

/** A refusal by a policy is told in more detail on the way out (filters/rate-limit-headers.lua). */
const usedUp: Reply = {
  title: 'Too Many Requests',
  type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
  detail: 'The requests of this time window are used up. Wait as many seconds as Retry-After says.',
};

/** What Envoy says when it answers by itself. */
const replies: Record<number, Reply> = {
  400: { title: 'Bad Request', detail: 'The request is not valid HTTP for this service.' },
  401: { title: 'Unauthorized', detail: 'The API key is not known.' },
  403: { title: 'Forbidden', detail: 'This kind of request is not taken here.' },
  404: { title: 'Not Found', detail: 'There is nothing at this address.' },
  405: { title: 'Method Not Allowed', detail: 'This address does not take this method.' },
  408: { title: 'Request Timeout', detail: 'The request took too long to arrive. Send it again.' },
  411: { title: 'Length Required', detail: 'The request must say how long its body is.' },
  413: { title: 'Content Too Large', detail: 'The request body is larger than allowed.' },
  415: { title: 'Unsupported Media Type', detail: 'A body of this kind is not taken here.' },
  426: { title: 'Upgrade Required', detail: 'Use HTTP/1.1 or HTTP/2.' },
  429: usedUp,
  431: {
    title: 'Request Header Fields Too Large',
    detail: 'The request headers are larger than allowed.',
  },
  500: { title: 'Internal Server Error', detail: 'Something went wrong on our side.' },
  501: {
    title: 'Not Implemented',
    detail: 'The request uses HTTP in a way that is not supported.',
  },
  502: { title: 'Bad Gateway', detail: 'The app gave an answer that could not be understood.' },
  503: {
    title: 'Service Unavailable',
    detail: 'The app cannot be reached at the moment. Try again in a few seconds.',
  },
  504: { title: 'Gateway Timeout', detail: 'The app took too long to answer. Try again.' },
};

/**
 * Problem details (RFC 9457) for every answer that Envoy makes itself. What is refused before it is
 * a whole request (its headers are too large, its path is not clean) has no request id yet: it gets
 * one here.
 */
export function localReplies(): JsonObject {
  const known = Object.entries(replies);
  return {
    mappers: [
      {
        filter: { response_flag_filter: { flags: ['RLSE'] } },
        headers_to_add: [noStore, soon],
        body_format_override: problem(uncounted, '%REQ(X-REQUEST-ID)%'),
      },
      overloaded([noStore, newRequestId], problem),
      {
        filter: { and_filter: { filters: [statusIs('429'), isShed] } },
        headers_to_add: [noStore, whenFresh],
        body_format_override: problem(usedUp, '%REQ(X-REQUEST-ID)%'),
      },
      ...known.map(([status, reply]) => ({
        filter: { and_filter: { filters: [statusIs(status), hasNoRequestId] } },
        headers_to_add: [noStore, newRequestId],
        body_format_override: problem(reply, '%RESP(X-REQUEST-ID)%'),
      })),
      ...known.map(([status, reply]) => ({
        filter: statusIs(status),
        headers_to_add: [noStore],
        body_format_override: problem(reply, '%REQ(X-REQUEST-ID)%'),
      })),
    ],
    body_format: problem(
      { title: 'Error', detail: 'The request could not be served.' },
      '%REQ(X-REQUEST-ID)%',
    ),
  };
}

const hasNoRequestId: JsonObject = {
  header_filter: { header: { name: 'x-request-id', present_match: false } },
};

/** What went wrong once is not kept by caches, as with the problems of the app. */
const noStore: JsonObject = {
  header: { key: 'cache-control', value: 'no-store' },
  append_action: 'OVERWRITE_IF_EXISTS_OR_ADD',
};

const isShed: JsonObject = {
  header_filter: { header: { name: farOverHeader, present_match: true } },
};

const whenFresh: JsonObject = {
  header: { key: 'retry-after', value: `%REQ(${farOverHeader})%` },
  append_action: 'OVERWRITE_IF_EXISTS_OR_ADD',
};

/** A policy denies what it cannot count, and the service did not answer. */
const uncounted: Reply = {
  title: 'Service Unavailable',
  detail:
    'Requests of this kind are only taken while they can be counted, and they cannot be at the moment. Try again in a few seconds.',
};

const soon: JsonObject = {
  header: { key: 'retry-after', value: '5' },
  append_action: 'OVERWRITE_IF_EXISTS_OR_ADD',
};

const newRequestId: JsonObject = {
  header: { key: 'x-request-id', value: '%UNIQUE_ID%' },
  append_action: 'OVERWRITE_IF_EXISTS_OR_ADD',
};

function statusIs(status: string): JsonObject {
  const value = { default_value: Number(status), runtime_key: `local_reply_${status}` };
  return { status_code_filter: { comparison: { op: 'EQ', value } } };
}

function problem({ type = 'about:blank', title, detail }: Reply, requestId: string): JsonObject {
  return {
    content_type: 'application/problem+json',
    json_format: { type, title, status: '%RESPONSE_CODE%', detail, requestId },
  };
}
