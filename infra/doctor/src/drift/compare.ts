import { sameQuantity } from './quantity.ts';

/** A field that is not as it should be. */
export interface Difference {
  /** Such as `spec.template.spec.containers[app].image`. */
  readonly path: string;
  /** Absent: the field should not be there. */
  readonly want?: unknown;
  /** Absent: the field is not there. */
  readonly have?: unknown;
}

/** Fields that tell the elements of a list apart, the first that fits. */
const identities = ['name', 'mountPath', 'key', 'topologyKey', 'host', 'containerPort', 'port'];

/** Maps that hold nothing but what the manifest says; anything more in the others may be the server's. */
const closed = /(^|\.)(data|binaryData|\w*[sS]elector|matchLabels|requests|limits)$/;

/** Values that are amounts. */
const amounts = /\.(requests|limits)\.[^.]+$|\.(sizeLimit|averageValue)$/;

/**
 * What differs between an object as it should be and as it is. Only fields that it should have are
 * looked at, since the server adds defaults and its own; of lists and of some maps also what is too much.
 */
export function compare(want: unknown, have: unknown, path = ''): Difference[] {
  // The server leaves empty values out, and so do manifests.
  if (isEmpty(want) && (have === undefined || isEmpty(have))) return [];
  if (have === undefined || have === null) return [{ path, want }];
  if (Array.isArray(want) && Array.isArray(have)) return compareLists(want, have, path);
  if (isMap(want) && isMap(have)) return compareMaps(want, have, path);
  if (want === have || (amounts.test(path) && sameQuantity(want, have))) return [];
  return [{ path, want, have }];
}

function compareMaps(want: Fields, have: Fields, path: string): Difference[] {
  const extra = closed.test(path) ? Object.keys(have).filter((key) => !(key in want)) : [];
  return [
    ...Object.entries(want).flatMap(([key, value]) => compare(value, have[key], join(path, key))),
    ...extra.map((key) => ({ path: join(path, key), have: have[key] })),
  ];
}

function compareLists(want: unknown[], have: unknown[], path: string): Difference[] {
  return pairs(want, have).flatMap(([name, wanted, found]) => {
    const place = `${path}[${name}]`;
    return wanted === undefined ? [{ path: place, have: found }] : compare(wanted, found, place);
  });
}

/** The elements of two lists that belong together, under a name; one of them may be `undefined`. */
function pairs(want: unknown[], have: unknown[]): [string | number, unknown, unknown][] {
  const identity = identities.find((key) => tells(key, want) && tells(key, have));
  if (identity) {
    const [wanted, found] = [byIdentity(want, identity), byIdentity(have, identity)];
    return [...new Set([...wanted.keys(), ...found.keys()])].map((name) => [
      name,
      wanted.get(name),
      found.get(name),
    ]);
  }
  // Of maps that nothing tells apart those that are as they should be go first, wherever they stand.
  const rest = [...have];
  const left = want
    .map((element, at) => [at, element] as const)
    .filter(([, element]) => {
      const same = isMap(element)
        ? rest.findIndex((one) => compare(element, one).length === 0)
        : -1;
      if (same !== -1) rest.splice(same, 1);
      return same === -1;
    });
  return [
    ...left.map(([at, element], number): [number, unknown, unknown] => [at, element, rest[number]]),
    ...rest
      .slice(left.length)
      .map((element, number): [number, unknown, unknown] => [
        want.length + number,
        undefined,
        element,
      ]),
  ];
}

function byIdentity(list: unknown[], key: string): Map<string, unknown> {
  return new Map(list.map((element) => [String((element as Fields)[key]), element]));
}

type Fields = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True when each element has the field, and each another value in it. */
function tells(key: string, list: readonly unknown[]): boolean {
  const values = list.map((element) => (isMap(element) ? element[key] : undefined));
  return (
    values.every((value) => typeof value === 'string' || typeof value === 'number') &&
    new Set(values).size === values.length
  );
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
