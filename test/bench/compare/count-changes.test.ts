import { eachOf } from '../each-of.ts';
import { comparedKinds } from './compared-kinds.ts';
import { countChanges, hasSystemCalls, toKeep } from './count-changes.ts';
import type { Counts } from './counts.ts';

/** The same for each kind of requests. */
const forAll = (counts: Counts) => eachOf(comparedKinds, () => counts);

/** Of the first kind of requests. */
function change(old: Counts, now: Counts, kept?: Counts) {
  const changes = countChanges({
    old: forAll(old),
    now: forAll(now),
    kept: kept && forAll(kept),
  });
  return changes[0];
}

it('says nothing of what is as before', () => {
  expect(change({ spans: 3 }, { spans: 3.1 }, { spans: 3 })).toBeUndefined();
});

it('finds what is more than kept, or more than in the commit, whichever is less', () => {
  expect(change({ spans: 4 }, { spans: 4 }, { spans: 3 })).toMatchObject({ worse: true });
  expect(change({ spans: 3 }, { spans: 4 }, { spans: 4 })).toMatchObject({ worse: true });
  expect(change({ spans: 3 }, { spans: 3, other: 1 }, { spans: 3 })).toEqual({
    what: 'list: other',
    old: 0,
    now: 1,
    kept: 0,
    worse: true,
    saidLess: false,
  });
});

it('finds what is said no more', () => {
  const lost = { worse: false, saidLess: true };
  expect(change({ 'spans of app': 3 }, { 'spans of app': 2 })).toMatchObject(lost);
  expect(change({}, {}, { 'log lines of app': 1 })).toMatchObject({ ...lost, now: 0, kept: 1 });
  const better = { worse: false, saidLess: false };
  expect(change({ 'Redis commands': 3 }, { 'Redis commands': 2 })).toMatchObject(better);
});

it('holds system calls against the commit alone', () => {
  const calls = (count: number) => ({ 'system calls of app': count });
  expect(change(calls(20), calls(30), {})).toMatchObject({ worse: true, kept: undefined });
  expect(change(calls(30), calls(30), {})).toBeUndefined();
  expect(hasSystemCalls(forAll(calls(1)))).toBe(true);
  expect(toKeep(forAll({ ...calls(1), spans: 2 }))).toEqual(forAll({ spans: 2 }));
});
