import { Progress } from './progress.ts';

const { jest } = import.meta;

const total = 400;

afterEach(() => {
  jest.useRealTimers();
});

/** What is said when so many are done after some seconds. */
function said(done: number, seconds: number): { shown: string; ended: string } {
  jest.useFakeTimers();
  let shown = '';
  const write = (text: string) => {
    shown += text;
    return true;
  };
  const progress = new Progress({ isTTY: false, write }, 'rounds', total);
  jest.advanceTimersByTime(seconds * 1000);
  progress.show(done);
  return { shown, ended: progress.end(done) };
}

test('what is quick is told by how many there are in a second', () => {
  expect(said(200, 10)).toEqual({
    shown: '200 of 400 rounds, 20 a second, 10 s left\n',
    ended: '10.0 s, 20 rounds a second',
  });
});

test('what is slow is told by how long each takes', () => {
  expect(said(8, 100)).toEqual({
    shown: '8 of 400 rounds, 12.5 s each, 4900 s left\n',
    ended: '100.0 s, 12.5 s each',
  });
  expect(said(40, 10).ended).toBe('10.0 s, 0.25 s each');
});

test('when nothing was done there is no time of each', () => {
  expect(said(0, 10).ended).toBe('10.0 s, 0 rounds a second');
});
