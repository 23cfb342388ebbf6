/** Fields with changes laid over them (RFC 7396): what is absent stays, `null` takes a field away. */
export function withChanges(current: object, changes: object): Record<string, unknown> {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const merged = Object.entries({ ...current, ...Object.fromEntries(given) });
  return Object.fromEntries(merged.filter(([, value]) => value !== null));
}
