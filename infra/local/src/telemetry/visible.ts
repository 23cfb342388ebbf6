/**
 * What is printed as text that came from outside: a terminal obeys control characters, and a line break would let
 * anybody write lines of their own. So these, and what turns the direction of writing, are shown as in JSON.
 */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** The same for a text of several lines, such as a stack trace. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
