/**
 * Gives log records of Envoy, which cannot say their severity, the one that stands among their attributes (contrib
 * transformprocessor). Without a text OpenObserve writes a number into the same column.
 */
export const severity = {
  error_mode: 'ignore',
  log_statements: [
    'set(log.severity_text, log.attributes["level"]) where log.severity_text == "" and log.attributes["level"] != nil',
  ],
} as const;
