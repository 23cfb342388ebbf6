import type { JsonObject } from '../json.ts';

/** What Envoy says when it answers by itself. */
const replies: Record<number, { title: string; detail: string }> = {
  400: { title: 'Bad Request', detail: 'The request is not valid HTTP for this service.' },
  404: { title: 'Not Found', detail: 'There is nothing at this address.' },
  408: { title: 'Request Timeout', detail: 'The request took too long to arrive. Send it again.' },
  413: { title: 'Content Too Large', detail: 'The request body is larger than allowed.' },
  426: { title: 'Upgrade Required', detail: 'Use HTTP/1.1 or HTTP/2.' },
  429: {
    title: 'Too Many Requests',
    detail:
      'You have used up the requests of this time window. Wait as many seconds as Retry-After says.',
  },
  431: {
    title: 'Request Header Fields Too Large',
    detail: 'The request headers are larger than allowed.',
  },
  500: { title: 'Internal Server Error', detail: 'Something went wrong on our side.' },
  502: { title: 'Bad Gateway', detail: 'The app gave an answer that could not be understood.' },
  503: {
    title: 'Service Unavailable',
    detail: 'The app cannot be reached at the moment. Try again in a few seconds.',
  },
  504: { title: 'Gateway Timeout', detail: 'The app took too long to answer. Try again.' },
};

/** Problem details (RFC 9457) for every answer that Envoy makes itself. */
export function localReplies(): JsonObject {
  return {
    mappers: Object.entries(replies).map(([status, { title, detail }]) => ({
      filter: {
        status_code_filter: {
          comparison: {
            op: 'EQ',
            value: { default_value: Number(status), runtime_key: `local_reply_${status}` },
          },
        },
      },
      body_format_override: problem(title, detail),
    })),
    body_format: problem('Error', 'The request could not be served.'),
  };
}

function problem(title: string, detail: string): JsonObject {
  return {
    content_type: 'application/problem+json',
    json_format: {
      type: 'about:blank',
      title,
      status: '%RESPONSE_CODE%',
      detail,
      requestId: '%REQ(X-REQUEST-ID)%',
    },
  };
}
