import { requestRenewal } from './renewal.ts';

const { jest } = import.meta;
const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
  jest.restoreAllMocks();
});

test('tabs that start at once ask one after the other', async () => {
  let asking = 0;
  let most = 0;
  globalThis.fetch = async () => {
    most = Math.max(most, ++asking);
    await new Promise(setImmediate);
    asking -= 1;
    return Response.json({ accessToken: 't', user: {} });
  };
  const outcomes = await Promise.all([1, 2, 3].map(requestRenewal));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['renewed', 'renewed', 'renewed']);
  expect(most).toBe(1);
});

test('a tab waits no longer for another than for the server', async () => {
  const giveUp = new AbortController();
  jest.spyOn(AbortSignal, 'timeout').mockReturnValue(giveUp.signal);
  globalThis.fetch = () => new Promise(() => undefined);
  await new Promise<void>((hasLock) => {
    void navigator.locks.request('renewal', async () => {
      hasLock();
      await new Promise((resolve) => giveUp.signal.addEventListener('abort', resolve));
    });
  });
  const renewal = requestRenewal();
  giveUp.abort();
  expect(await renewal).toEqual({ outcome: 'away' });
});
