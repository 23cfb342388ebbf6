/** What was thrown, if it is an error or a DOMException, also one of another window; else nothing. */
export function asError(thrown: unknown): Error | undefined {
  const kind = Object.prototype.toString.call(thrown);
  return kind === '[object Error]' || kind === '[object DOMException]'
    ? (thrown as Error)
    : undefined;
}
