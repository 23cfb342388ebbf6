/** Where to go after signing in: the page that asked for it, or the recipes. */
export function returnPath(state: unknown): string {
  const from =
    typeof state === 'object' && state !== null && 'from' in state ? state.from : undefined;
  // Only a path of this app: never another host, which `//host` would be.
  return typeof from === 'string' && /^\/(?![/\\])/.test(from) ? from : '/recipes';
}
