/**
 * Reads JSON as it stands in pages: sometimes within comments, with line ends inside of texts or
 * with a comma too many. @returns `undefined` when it cannot be read even so.
 */
export function parseJsonLd(script: string): unknown {
  const text = script
    .replace(/^\s*(?:<!--|\/\/\s?<!\[CDATA\[|\/\*\s?<!\[CDATA\[\s?\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s?\]\]>|\/\*\s?\]\]>\s?\*\/|\]\]>|;)\s{0,99}$/, '');
  for (const attempt of [text, withoutControls(text), withoutCommas(withoutControls(text))]) {
    try {
      const value: unknown = JSON.parse(attempt);
      return value;
    } catch {
      // The next attempt mends more.
    }
  }
  return undefined;
}

function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

/** Commas before a closing bracket. */
function withoutCommas(text: string): string {
  return text.replace(/, {0,200}(?=[}\]])/g, '');
}
