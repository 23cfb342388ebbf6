/** @jest-environment jest-fixed-jsdom */

import { collectionKeys } from '../../api/keys.ts';
import { createQueryClient } from '../../api/query-client.ts';
import { answerApi, type TestAnswer } from '../../testing/api-answers.ts';
import type { Collection } from '../collection.ts';
import type { Edit } from './edit.ts';
import { saveEdit } from './save-edit.ts';

const card = (id: string) => ({ id, title: id, tags: [] });
const put = (id: string): Edit => ({ kind: 'put', recipe: card(id) });

function collection(ids: string, version = 1): Collection {
  const recipeIds = [...ids];
  const times = { createdAt: '', updatedAt: '' };
  return { id: 'c', version, name: 'Sundays', ...times, recipeIds, recipes: recipeIds.map(card) };
}

/** A device that has a collection in its cache, which the server may have in another version by now. */
function start(cached: Collection, stored: Collection, fates: (TestAnswer | 'answer lost')[] = []) {
  let current = stored;
  const asked = answerApi({
    'GET /api/collections/c': () => [200, current],
    'PATCH /api/collections/c': ({ headers, body }) => {
      const fate = fates.shift();
      if (typeof fate === 'object') return fate;
      if (headers.get('if-match') !== `"${current.version}"`) return [412, {}];
      const { recipeIds } = body as Collection;
      current = collection(recipeIds.join(''), current.version + 1);
      return fate ? Promise.reject(new TypeError('no network')) : [200, current];
    },
  });
  const client = createQueryClient();
  client.setQueryData(collectionKeys.one('c'), cached);
  client.setQueryData(collectionKeys.lists, { pages: [], pageParams: [] });
  return {
    client,
    count: (method: string) => asked.filter((one) => one.method === method).length,
    ids: () => current.recipeIds.join(''),
    save: (edit: Edit) => saveEdit(client, 'c', edit),
  };
}

test('an edit is one request, whose answer is shown from then on, and lists follow', async () => {
  const { save, ids, client, count } = start(collection('ab'), collection('ab'));
  await save(put('c'));
  expect(ids()).toBe('abc');
  expect(client.getQueryData(collectionKeys.one('c'))).toEqual(collection('abc', 2));
  expect(client.getQueryState(collectionKeys.lists)?.isInvalidated).toBe(true);
  expect([count('GET'), count('PATCH')]).toEqual([0, 1]);
});

test('what others put meanwhile stays', async () => {
  const { save, ids } = start(collection('ab'), collection('abx', 2));
  await save({ kind: 'take', recipeId: 'a' });
  expect(ids()).toBe('bx');
});

test('a recipe is in once, though the answer to putting it was lost', async () => {
  const { save, ids } = start(collection('ab'), collection('ab'), ['answer lost']);
  await expect(save(put('c'))).rejects.toMatchObject({ status: 0 });
  await save(put('c'));
  expect(ids()).toBe('abc');
});

test('gives up when others are quicker each time', async () => {
  const late: TestAnswer = [412, {}];
  const { save, ids, count } = start(collection('ab'), collection('ab'), [late, late, late]);
  await expect(save(put('c'))).rejects.toMatchObject({ status: 412 });
  expect([ids(), count('PATCH')]).toEqual(['ab', 3]);
});

test('what is refused for another reason is not tried again', async () => {
  const { save, count } = start(collection('ab'), collection('ab'), [[503, {}]]);
  await expect(save(put('c'))).rejects.toMatchObject({ status: 503 });
  expect(count('PATCH')).toBe(1);
});
