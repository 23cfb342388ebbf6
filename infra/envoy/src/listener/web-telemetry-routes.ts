import type { Settings } from '@recipe-book/settings';
import { sameOriginOnly } from '../filters/same-origin.ts';
import { wholeBody } from '../filters/whole-body.ts';
import type { JsonObject } from '../json.ts';
import { clusterNames } from '../names.ts';
import { refused } from './refusal.ts';
import { toApp } from './to-app.ts';
import { upTo } from './too-large.ts';

/** To the Collector, which checks all that was sent; nothing there may keep a client waiting. */
const toCollector: JsonObject = { cluster: clusterNames.webTelemetry, timeout: '5s' };

/** How long a request may take with its body and the answer: as long as our own front end waits. */
const wholeRequest = '10s';

/** Traces and logs: metrics from browsers would be counters that anybody can raise. */
const paths = { safe_regex: { regex: '/otlp/v1/(traces|logs)' } };
const below: JsonObject = { path_separated_prefix: '/otlp' };

const isPost = matches(':method', 'POST');
const isJson = matches('content-type', 'application/json(;.*)?');
/** By their size when unpacked they would get past the limit. */
const isPlain = matches('content-encoding', '(identity)?');
/** Old browsers, and pages without TLS, do not send it; of those `Origin` tells. */
const isOwnPage = matches('sec-fetch-site', '(same-origin)?');

/**
 * What browsers send of themselves, to the Collector and never to the app. Whatever is not just as our own
 * front end sends it is refused here, each by its own status, and counted all the same.
 */
export function webTelemetryRoutes(settings: Settings): JsonObject[] {
  const length = 'content-length';
  const hasLength: JsonObject = { name: length, present_match: true };
  const fits: JsonObject = { name: length, range_match: upTo(settings.MAX_WEB_TELEMETRY_SIZE) };
  const checks: readonly [check: JsonObject, status: number][] = [
    [isPost, 405],
    [isOwnPage, 403],
    [isJson, 415],
    [isPlain, 415],
    [hasLength, 411],
    [fits, 413],
  ];
  const taken: JsonObject = {
    match: { ...paths, headers: checks.map(([check]) => check) },
    route: { ...toCollector, max_stream_duration: { max_stream_duration: wholeRequest } },
    request_body_buffer_limit: settings.MAX_WEB_TELEMETRY_SIZE + 1,
    request_headers_to_remove: notPassedOn,
    typed_per_filter_config: {
      ...sameOriginOnly(settings),
      ...wholeBody(settings.MAX_WEB_TELEMETRY_SIZE),
    },
  };
  const refusals = checks.map(([check, status]) =>
    refused({ ...paths, headers: [inverted(check)] }, status, toCollector),
  );
  const known = settings.WEB_TELEMETRY ? [taken, ...refusals] : [];
  return [...known, refused(below, 404, toCollector)];
}

/**
 * Pages: their scripts are told the span of the request (W3C Trace Context in Server-Timing), so that what the browser
 * measures of the load is in the same trace.
 */
export function pageRoute(settings: Settings): JsonObject {
  const value = 'traceparent;desc="00-%TRACE_ID%-%SPAN_ID%-01"';
  return {
    match: { prefix: '/', headers: [{ name: 'accept', string_match: { contains: 'text/html' } }] },
    request_body_buffer_limit: settings.MAX_BODY_SIZE,
    route: toApp,
    response_headers_to_add: [{ header: { key: 'server-timing', value } }],
  };
}

/** Who somebody is, is nobody's business there. */
const notPassedOn = [
  'authorization',
  'cookie',
  'x-jwt-payload',
  'x-client-address',
  'x-api-client',
];

/** A header without which the expression must fit an empty text. */
function matches(name: string, regex: string): JsonObject {
  return {
    name,
    string_match: { safe_regex: { regex } },
    treat_missing_header_as_empty: true,
  };
}

function inverted(check: JsonObject): JsonObject {
  return { ...check, invert_match: true };
}
