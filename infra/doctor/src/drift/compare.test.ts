import { environments } from '@recipe-book/settings';
import fc from 'fast-check';
import { manifestsOf } from '../testing/manifests-of.ts';
import { compare } from './compare.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Every object of every environment. */
const objects = environments.flatMap(
  (environment) => manifestsOf(environment) as unknown as Json[],
);
const object = fc.constantFrom(...objects);

/** What stands at each path of an object, the object itself included. */
function* places(value: Json, path: (string | number)[] = []): Generator<(string | number)[]> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* places(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function at(value: Json, path: readonly (string | number)[]): Json {
  return path.reduce<Json>(
    (inner, key) => (inner as Record<string | number, Json>)[key] ?? null,
    value,
  );
}

/** Maps whose every key is the manifest's own. */
const closed = /^(data|\w*[sS]elector|matchLabels|requests|limits)$/;

describe('of the manifests of all environments', () => {
  test('an object with defaults of the server, and without empty values, is as it should be', () => {
    const defaults = fc.array(fc.tuple(fc.nat(), fc.jsonValue()), { maxLength: 20 });
    fc.assert(
      fc.property(object, defaults, (want, added) => {
        const have = withoutEmpty(structuredClone(want));
        const maps = [...places(have)].filter((path) => {
          const value = at(have, path);
          const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
          return isMap && !closed.test(String(path.at(-1)));
        });
        for (const [number, value] of added) {
          const map = at(have, maps[number % maps.length] ?? []) as Record<string, Json>;
          map[`serverDefault${number}`] = value as Json;
        }
        expect(compare(want, have)).toEqual([]);
      }),
    );
  });

  test('no changed value goes unnoticed', () => {
    fc.assert(
      fc.property(
        object,
        fc.nat(),
        fc.constantFrom('other', 4711, undefined),
        (want, number, value) => {
          const have = structuredClone(want);
          const leaves = [...places(want)].filter((path) => {
            const leaf = at(want, path);
            return leaf !== '' && leaf !== null && typeof leaf !== 'object';
          });
          const path = leaves[number % leaves.length] ?? [];
          const parent = at(have, path.slice(0, -1)) as Record<string | number, Json>;
          if (value === undefined && Array.isArray(parent)) parent.splice(Number(path.at(-1)), 1);
          else parent[path.at(-1) ?? ''] = value as Json;
          expect(compare(want, have)).not.toEqual([]);
        },
      ),
    );
  });
});

/** As the server stores it. */
function withoutEmpty(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
    .filter(([, inner]) => inner !== '' && !(Array.isArray(inner) && inner.length === 0));
  return Object.fromEntries(kept);
}

test('a difference has its path and both values', () => {
  const want = { spec: { containers: [{ name: 'app', image: 'app:1' }] } };
  const have = { spec: { containers: [{ name: 'app', image: 'app:2', tty: false }] } };
  expect(compare(want, have)).toEqual([
    { path: 'spec.containers[app].image', want: 'app:1', have: 'app:2' },
  ]);
});

test('elements are compared by name, wherever they stand, and those too many are told', () => {
  const want = {
    env: [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ],
  };
  const have = {
    env: [
      { name: 'X', value: '9' },
      { name: 'B', value: '2' },
      { name: 'A', value: '1' },
    ],
  };
  expect(compare(want, have)).toEqual([{ path: 'env[X]', have: { name: 'X', value: '9' } }]);
});

test('ports with the same number are compared in their order', () => {
  const ports = [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ];
  expect(compare({ ports }, { ports })).toEqual([]);
});

test('a rule too many among others is told, and nothing of the others', () => {
  const rule = (port: number) => ({ ports: [{ port }] });
  const want = [1, 2, 3].map(rule);
  expect(compare({ egress: want }, { egress: [1, 9, 2, 3].map(rule) })).toEqual([
    { path: 'egress[3]', have: rule(9) },
  ]);
  expect(compare({ egress: want }, { egress: [1, 9, 3].map(rule) })).toEqual([
    { path: 'egress[1].ports[2]', want: { port: 2 } },
    { path: 'egress[1].ports[9]', have: { port: 9 } },
  ]);
  expect(compare({ args: ['a', 'b'] }, { args: ['b', 'a'] })).toHaveLength(2);
});

test('a key too many in data or in a selector is told', () => {
  expect(compare({ data: { a: '1' } }, { data: { a: '1', b: '2' } })).toEqual([
    { path: 'data.b', have: '2' },
  ]);
  expect(compare({ podSelector: {} }, { podSelector: { matchLabels: { a: 'b' } } })).toHaveLength(
    1,
  );
});

test('amounts are compared as amounts, other text is not', () => {
  const of = (cpu: string, value: string) => ({ resources: { requests: { cpu } }, value });
  expect(compare(of('1000m', '1'), of('1', '1'))).toEqual([]);
  expect(compare(of('1', '1000m'), of('1', '1'))).toEqual([
    { path: 'value', want: '1000m', have: '1' },
  ]);
});

test('nothing is as good as an empty value, but false is not', () => {
  expect(compare({ egress: [], value: '' }, {})).toEqual([]);
  expect(compare({ automount: false }, {})).toEqual([{ path: 'automount', want: false }]);
});
