import { extension, type JsonObject } from '../json.ts';

/** Seconds after which a client may ask again. */
const retryAfter: JsonObject = {
  header: { key: 'retry-after', value: '5' },
  append_action: 'OVERWRITE_IF_EXISTS_OR_ADD',
};

/** Such an answer carries no flag, only this word. */
const isOverload = extension(
  'envoy.access_loggers.extension_filters.cel',
  'envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter',
  { expression: "response.code_details == 'overload'" },
);

const reply = {
  title: 'Service Unavailable',
  detail: 'The service is too busy at the moment. Try again in a few seconds.',
};

/** Other words for the 503 of a request that Envoy refuses for want of memory; it has no id yet. */
export function overloaded(
  headers: readonly JsonObject[],
  problem: (text: typeof reply, requestId: string) => JsonObject,
): JsonObject {
  return {
    filter: { extension_filter: isOverload },
    headers_to_add: [...headers, retryAfter],
    body_format_override: problem(reply, '%RESP(X-REQUEST-ID)%'),
  };
}
