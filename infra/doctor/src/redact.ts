import { secretKeys, secretValues } from '@recipe-book/otel-collector';

const replacement = '[redacted]';

/** What the Collector masks too, written for Go's regular expressions. */
const patterns = secretValues.map((text) => {
  const [, flags = '', pattern = ''] = /^(?:\(\?(i)\))?(.*)$/s.exec(text) ?? [];
  return new RegExp(pattern, `gu${flags}`);
});

/** `password: x`, `"apiKey":"x"`, `TOKEN=x`. */
const named = new RegExp(
  `((?:${secretKeys.join('|')})[\\w.-]*["']?\\s*[:=]\\s*)("[^"]*"|'[^']*'|[^\\s,;&}]+)`,
  'gi',
);

/**
 * A function that takes secrets out of text that programs wrote: these values, and all that looks like one.
 * @param values of the Secrets; longer ones go first, since one may hold another.
 */
export function redaction(values: readonly string[]): (text: string) => string {
  const known = values.toSorted((a, b) => b.length - a.length);
  return (text) => {
    let safe = text;
    for (const value of known) safe = safe.replaceAll(value, replacement);
    for (const pattern of patterns) safe = safe.replace(pattern, replacement);
    return safe.replace(named, `$1${replacement}`);
  };
}
