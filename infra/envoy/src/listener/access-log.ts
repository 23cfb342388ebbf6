import type { Settings } from '@recipe-book/settings';
import { extension, type JsonObject } from '../json.ts';
import {
  clusterNames,
  farOverHeader,
  jwtMetadata,
  noUsersPaths,
  rateLimitMetadata,
} from '../names.ts';
import { resourceAttributes } from './resource.ts';

const text = (key: string, stringValue: string): JsonObject => ({
  key,
  value: { string_value: stringValue },
});

/** Identity of the signed-in user, or `-`. */
const userIdFormat = `%DYNAMIC_METADATA(${jwtMetadata.filter}:${jwtMetadata.key}:sub)%`;

const rateLimit = (key: string) => `%DYNAMIC_METADATA(${rateLimitMetadata}:${key})%`;

/**
 * One OTLP log record a request, with the names of the app's own log line. Envoy adds the trace
 * and span id. The path is logged without its query. Probes are
 * not logged, and of what browsers send of themselves only what is refused, and one in a hundred of
 * those whose client is far over its limit.
 */
export function accessLog(settings: Settings): JsonObject {
  const log = extension(
    'envoy.access_loggers.open_telemetry',
    'envoy.extensions.access_loggers.open_telemetry.v3.OpenTelemetryAccessLogConfig',
    {
      grpc_service: { envoy_grpc: { cluster_name: clusterNames.collector } },
      // Sent once a second, or when there are as many bytes; by default 16 KB, which is every 16 requests.
      buffer_size_bytes: 64 * 1024,
      log_name: 'access',
      disable_builtin_labels: true,
      resource_attributes: {
        values: Object.entries(resourceAttributes(settings)).map(([key, value]) =>
          text(key, value),
        ),
      },
      body: { string_value: '%REQ(:METHOD)% %PATH(NQ)% %RESPONSE_CODE%' },
      attributes: {
        values: [
          text('level', 'http'),
          text('requestId', '%REQ(X-REQUEST-ID)%'),
          text('userId', userIdFormat),
          text('ip', '%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%'),
          text('method', '%REQ(:METHOD)%'),
          text('path', '%PATH(NQ)%'),
          text('protocol', '%PROTOCOL%'),
          text('statusCode', '%RESPONSE_CODE%'),
          text('duration', '%DURATION%'),
          text('upstreamDuration', '%RESPONSE_DURATION%'),
          text('bytesReceived', '%BYTES_RECEIVED%'),
          text('bytesSent', '%BYTES_SENT%'),
          text('responseFlags', '%RESPONSE_FLAGS%'),
          text('responseDetails', '%RESPONSE_CODE_DETAILS%'),
          text('rateLimitPolicy', rateLimit('policy')),
          // counted, refused or uncounted.
          text('rateLimitOutcome', rateLimit('outcome')),
          // The policy in shadow that would have refused the request.
          text('rateLimitWouldRefuse', rateLimit('wouldRefuse')),
        ],
      },
    },
  );
  return {
    ...log,
    filter: {
      and_filter: { filters: [any(isOrdinary, isRefusedTelemetry), any(isNotShed, oneInHundred)] },
    },
  };
}

function any(...filters: JsonObject[]): JsonObject {
  return { or_filter: { filters } };
}

const isNotShed: JsonObject = {
  header_filter: { header: { name: farOverHeader, present_match: false } },
};

const oneInHundred: JsonObject = {
  runtime_filter: {
    runtime_key: 'logged_shed',
    percent_sampled: { numerator: 1, denominator: 'HUNDRED' },
    use_independent_randomness: true,
  },
};

const isOrdinary: JsonObject = {
  header_filter: {
    header: {
      name: ':path',
      string_match: { safe_regex: { regex: noUsersPaths } },
      invert_match: true,
    },
  },
};

const isRefusedTelemetry: JsonObject = {
  and_filter: {
    filters: [
      {
        header_filter: {
          header: { name: ':path', string_match: { safe_regex: { regex: '/otlp([/?].*)?' } } },
        },
      },
      {
        status_code_filter: {
          comparison: { op: 'GE', value: { default_value: 400, runtime_key: 'logged_telemetry' } },
        },
      },
    ],
  },
};
