/**
 * Where something differs from what is wanted, as paths. OpenObserve adds fields of its own and leaves out
 * what is empty, so only what is wanted is looked at, and nothing is the same as an empty value.
 */
export function differences(found: unknown, wanted: unknown, path = ''): string[] {
  if (isEmpty(wanted) && isEmpty(found)) return [];
  if (Array.isArray(wanted)) {
    if (!Array.isArray(found) || found.length !== wanted.length) return [path];
    return wanted.flatMap((one, at) => differences(found[at], one, `${path}[${at}]`));
  }
  if (isRecord(wanted)) {
    const there = isRecord(found) ? found : {};
    return Object.entries(wanted).flatMap(([key, value]) =>
      differences(there[key], value, path === '' ? key : `${path}.${key}`),
    );
  }
  return found === wanted ? [] : [path];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}
