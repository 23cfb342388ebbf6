import { Types } from 'mongoose';
import { shapeOf } from './shape.ts';

const canary = 'c4nary';

test.each([
  [
    'a find',
    {
      find: 'recipes',
      filter: { owner: new Types.ObjectId(), 'found.minutes': { $lte: 9 }, $or: [{ a: canary }] },
      sort: { createdAt: -1 },
      projection: { title: 1 },
      limit: 20,
    },
    {
      filter: { owner: '?', 'found.minutes': { $lte: '?' }, $or: [{ a: '?' }] },
      sort: { createdAt: -1 },
      projection: { title: 1 },
      limit: 20,
    },
  ],
  [
    'lists of values',
    { find: 'recipes', filter: { _id: { $in: [canary, canary] }, tags: [canary] } },
    { filter: { _id: { $in: '?' }, tags: '?' } },
  ],
  [
    'an object that is a value',
    { find: 'recipes', filter: { part: { [canary]: 1 } } },
    { filter: { part: '?' } },
  ],
  [
    'a condition on elements',
    {
      find: 'lists',
      filter: { items: { $elemMatch: { name: canary, at: { $not: { $gt: 1 } } } } },
    },
    { filter: { items: { $elemMatch: { name: '?', at: { $not: { $gt: '?' } } } } } },
  ],
  [
    'an update',
    {
      update: 'lists',
      updates: [{ q: { _id: 1 }, u: { $set: { name: canary, items: [{ [canary]: 1 }] } } }],
    },
    { updates: [{ q: { _id: '?' }, u: { $set: { name: '?', items: '?' } } }] },
  ],
  [
    'a whole new document',
    { findAndModify: 'lists', query: { _id: 1 }, update: { [canary]: 1 } },
    { query: { _id: '?' }, update: '?' },
  ],
  [
    'a removal',
    { delete: 'lists', deletes: [{ q: { owner: 1 }, limit: 0 }] },
    { deletes: [{ q: { owner: '?' } }] },
  ],
  ['new documents', { insert: 'lists', documents: [{ name: canary }] }, { documents: 1 }],
  [
    'an aggregation',
    { aggregate: 'lists', pipeline: [{ $match: { owner: 1 } }, { $group: { _id: canary } }] },
    { pipeline: [{ $match: { owner: '?' } }, { $group: '?' }] },
  ],
])('%s shows fields and operators only', (_what, command, shape) => {
  expect(shapeOf(command)).toEqual(shape);
  expect(JSON.stringify(shapeOf(command))).not.toContain(canary);
});
