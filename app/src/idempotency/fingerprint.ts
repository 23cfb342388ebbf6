/** Characters that are given to the hash at a time: each call costs more than what it does. */
const chunk = 65_536;

/**
 * Gives a value of JSON, or bytes, to a hash. No two values are the same to it. Done without
 * recursion, which JSON.stringify falls back to and which deep nesting would let run out of stack.
 */
export function feed(hash: { update(data: string | Uint8Array): unknown }, value: unknown): void {
  const waiting = [value];
  let text = '';
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next instanceof Uint8Array) {
      hash.update(`${text}bytes ${next.length}\n`);
      hash.update(next);
      text = '';
    } else if (next !== null && typeof next === 'object') {
      const inner = Array.isArray(next) ? next : Object.entries(next).flat();
      text += `${Array.isArray(next) ? 'list' : 'object'} ${inner.length}\n`;
      for (const one of inner) waiting.push(one);
    } else {
      text += `${JSON.stringify(next)}\n`;
    }
    if (text.length > chunk) {
      hash.update(text);
      text = '';
    }
  }
  hash.update(text);
}
