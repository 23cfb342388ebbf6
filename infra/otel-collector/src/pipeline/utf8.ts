/**
 * An invalid byte, which Go's expressions see as U+FFFD. Not that alone: what has one literal form only is looked
 * for as its bytes. U+FFFE is no character.
 */
const invalid = '[\\\\x{FFFD}\\\\x{FFFE}]';

function inAttributes(context: string): string {
  return `replace_all_patterns(${context}.attributes, "value", "${invalid}", "\uFFFD")`;
}

function inText(path: string): string {
  return `replace_pattern(${path}, "${invalid}", "\uFFFD")`;
}

const ofResource = { context: 'resource', statements: [inAttributes('resource')] };

/**
 * Puts U+FFFD for bytes that are no UTF-8 (contrib transformprocessor): a header may hold any, Envoy and the
 * Collector pass them on, and a backend refuses the whole batch that has one. Keys are ours, and need no look.
 */
export const utf8 = {
  error_mode: 'propagate',
  trace_statements: [
    ofResource,
    {
      context: 'span',
      statements: [inAttributes('span'), inText('span.name'), inText('span.status.message')],
    },
    { context: 'spanevent', statements: [inAttributes('spanevent'), inText('spanevent.name')] },
  ],
  metric_statements: [
    ofResource,
    { context: 'datapoint', statements: [inAttributes('datapoint')] },
  ],
  log_statements: [
    ofResource,
    {
      context: 'log',
      statements: [inAttributes('log'), inText('log.body'), inText('log.severity_text')],
    },
  ],
};
