import { largest, Sender } from './sender.ts';

const { jest } = import.meta;
const body = new Uint8Array(10);

/** A server that gives one answer after the other, the last one again and again. */
function server(...answers: (Response | Error)[]) {
  const requests: RequestInit[] = [];
  const send = async (_url: unknown, init: RequestInit = {}) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(init);
    if (answer instanceof Response) return answer;
    throw answer;
  };
  return { requests, sender: new Sender(send as typeof fetch) };
}

const answer = (status: number, headers = {}) => new Response(null, { status, headers });

beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] }));
afterEach(() => jest.useRealTimers());

test('what is sent goes on when its page is left, and without cookies', async () => {
  const { requests, sender } = server(answer(200));
  expect(await sender.send('traces', body)).toBe(true);
  expect(requests[0]).toMatchObject({ method: 'POST', keepalive: true, credentials: 'omit' });
});

test.each([
  ['a refusal', answer(429, { 'retry-after': '120' }), 120],
  ['a server without the route', answer(404), 30],
  ['a blocked request', new TypeError('Failed to fetch'), 30],
])('after %s nothing is sent for a while', async (_what, failure, seconds) => {
  const { requests, sender } = server(failure, answer(200));
  expect(await sender.send('traces', body)).toBe(false);
  jest.advanceTimersByTime((seconds - 1) * 1000);
  expect(await sender.send('traces', body)).toBe(false);
  expect(requests).toHaveLength(1);
  jest.advanceTimersByTime(2000);
  expect(await sender.send('traces', body)).toBe(true);
});

test('after three failures in a row nothing is sent any more', async () => {
  const { requests, sender } = server(answer(503));
  for (let hour = 0; hour < 24; hour++) {
    expect(await sender.send('logs', body)).toBe(false);
    jest.advanceTimersByTime(3_600_000);
  }
  expect(requests).toHaveLength(3);
});

test('a server that does not answer is not given more and more', async () => {
  let asked = 0;
  const sender = new Sender(() => {
    asked++;
    return new Promise(() => undefined);
  });
  for (let at = 0; at < 100; at++) void sender.send('traces', body);
  expect(asked).toBeLessThan(10);
});

test('no more goes on when its page is left than browsers allow, and the rest is sent all the same', async () => {
  const requests: RequestInit[] = [];
  const waiting: ((answer: Response) => void)[] = [];
  const sender = new Sender((_url, init = {}) => {
    requests.push(init);
    return new Promise((resolve) => waiting.push(resolve));
  });
  const send = () => sender.send('traces', new Uint8Array(largest));
  const both = [send(), send()];
  expect(requests.map(({ keepalive }) => keepalive)).toEqual([true, false]);
  for (const resolve of waiting) resolve(answer(200));
  expect(await Promise.all(both)).toEqual([true, true]);
  void send();
  expect(requests[2]).toMatchObject({ keepalive: true });
});

test('what is too large is not sent', async () => {
  const { requests, sender } = server(answer(200));
  expect(await sender.send('traces', new Uint8Array(largest + 1))).toBe(false);
  expect(requests).toHaveLength(0);
});
