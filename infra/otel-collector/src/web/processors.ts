import type { Settings } from '@recipe-book/settings';
import { fromEnvironment } from '../environment.ts';
import { memoryLimiter, redactionNames } from '../pipeline/processors.ts';
import type { Signal } from '../pipeline/signals.ts';
import { webSampling } from './sampling.ts';
import {
  webEvent,
  webLogAttributes,
  webResourceAttributes,
  webScope,
  webService,
  webSpanAttributes,
  webSpanName,
} from './schema.ts';
import { keepOnly, whole } from './statements.ts';

/** Clocks of browsers are often wrong by minutes; by more, nothing can be put beside it. */
const earliest = 'Duration("2h")';
const latest = 'Duration("10m")';

/** What happens to what browsers send alone. */
export function webProcessors(settings: Settings) {
  return {
    'memory_limiter/web': memoryLimiter(fromEnvironment('memoryWebSpike', '112')),
    'filter/web': filter(),
    'transform/web': transform(settings),
    // Without attributes to group by it only makes resources anew of theirs (contrib groupbyattrsprocessor): entity
    // references, which are free text and which no other processor reaches, stay behind.
    'groupbyattrs/web': {},
    'tail_sampling/web': webSampling(settings),
  };
}

/** All that it passes, in this order: what makes it harmless, and what our own passes too. */
export function webProcessorNames(signal: Signal): string[] {
  return [
    'memory_limiter/web',
    'filter/web',
    'transform/web',
    'groupbyattrs/web',
    'transform/utf8',
    ...redactionNames(signal),
    ...(signal === 'traces' ? ['tail_sampling/web'] : []),
  ];
}

/** Drops what is none of ours as a whole (contrib filterprocessor): each condition is a reason. */
function filter() {
  const otherScope = `scope.name != "${webScope}"`;
  return {
    error_mode: 'propagate',
    traces: {
      span: [
        otherScope,
        `not IsMatch(span.name, "${whole(webSpanName)}")`,
        'span.kind != SPAN_KIND_INTERNAL and span.kind != SPAN_KIND_CLIENT',
        'Len(span.events) > 0 or Len(span.links) > 0',
        'span.trace_id == TraceID(0x00000000000000000000000000000000)',
        'span.span_id == SpanID(0x0000000000000000)',
        'span.end_time < span.start_time',
        `span.start_time < Now() - ${earliest} or span.end_time > Now() + ${latest}`,
      ],
    },
    logs: {
      log_record: [
        otherScope,
        `log.attributes["event.name"] != "${webEvent}"`,
        `log.time < Now() - ${earliest} or log.time > Now() + ${latest}`,
      ],
    },
  };
}

/** Takes from the rest what it must not say, and says what is known better here (contrib transformprocessor). */
function transform(settings: Settings) {
  const origin = [
    {
      context: 'resource',
      statements: [
        ...keepOnly('resource', webResourceAttributes),
        `set(resource.attributes["service.name"], "${webService}")`,
        `set(resource.attributes["deployment.environment.name"], "${settings.APP_ENV}")`,
        'set(resource.schema_url, "")',
      ],
    },
    {
      context: 'scope',
      statements: [
        'set(scope.schema_url, "")',
        'set(scope.version, "")',
        'delete_matching_keys(scope.attributes, ".*")',
      ],
    },
  ];
  return {
    error_mode: 'propagate',
    trace_statements: [
      ...origin,
      {
        context: 'span',
        statements: [
          ...keepOnly('span', webSpanAttributes),
          'set(span.trace_state, "")',
          'set(span.status.message, "")',
        ],
      },
    ],
    log_statements: [
      ...origin,
      {
        context: 'log',
        statements: [
          ...keepOnly('log', webLogAttributes),
          // Nothing of the body is needed: an exception has its message.
          `set(log.body, "${webEvent}")`,
          'set(log.body, log.attributes["exception.message"]) where log.attributes["exception.message"] != nil',
          'set(log.severity_number, SEVERITY_NUMBER_ERROR)',
          'set(log.severity_text, "ERROR")',
          'set(log.event_name, "")',
          'set(log.observed_time, Now())',
        ],
      },
    ],
  };
}
