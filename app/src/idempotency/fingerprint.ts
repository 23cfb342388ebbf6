/**
 * Gives a value of JSON, or bytes, to a hash. No two values are the same to it. Done without
 * recursion, which JSON.stringify falls back to and which deep nesting would let run out of stack.
 */
export function feed(hash: { update(data: string | Uint8Array): unknown }, value: unknown): void {
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next instanceof Uint8Array) {
      hash.update(`bytes ${next.length}\n`);
      hash.update(next);
    } else if (next !== null && typeof next === 'object') {
      const entries = Object.entries(next);
      hash.update(`${Array.isArray(next) ? 'list' : 'object'} ${entries.length}\n`);
      for (const [name, inner] of entries) waiting.push(inner, name);
    } else {
      hash.update(`${JSON.stringify(next)}\n`);
    }
  }
}
