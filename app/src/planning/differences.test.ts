import { differences } from './differences.ts';

const names = ['name', 'note', 'items'];

test.each([
  ['nothing', { items: [{ a: 1 }] }, { items: [{ a: 1 }] }, {}, []],
  ['a field', { name: 'a', note: 'n' }, { name: 'b', note: 'n' }, { name: 'b' }, []],
  ['a field that goes', { name: 'a', note: 'n' }, { name: 'a' }, {}, ['note']],
  ['a field that was never there', { name: 'a' }, { name: 'a', note: undefined }, {}, []],
  [
    'elements of a list',
    { items: [{ a: 1 }, { a: 2 }, 3] },
    { items: [{ a: 1 }, { a: 5 }, 4] },
    { 'items.1': { a: 5 }, 'items.2': 4 },
    [],
  ],
  ['a longer list', { items: [1] }, { items: [1, 2] }, { items: [1, 2] }, []],
  ['a shorter list', { items: [1, 2] }, { items: [1] }, { items: [1] }, []],
  ['fields that are not asked for', { id: 1 }, { id: 2 }, {}, []],
])('of %s only what differs is written', (_, before, after, set, unset) => {
  expect(differences(before, after, names)).toEqual({ set, unset });
});
