import { FakeCaches } from '../../testing/fake-caches.ts';
import { keepFor, keptCache } from '../kept.ts';

const { jest } = import.meta;

const origin = 'https://recipe-book.example';
const address = `${origin}/api/recipes/6650f0c2a4b1d2e3f4a5b6c7`;
const picture = `${origin}/api/images/0a1b2c/320.webp`;

let caches: FakeCaches;
/** Who is told that what they see is what was kept. */
let told: unknown[];
let answers: typeof import('./answers.ts');

class AskEvent extends Event {}

beforeAll(async () => {
  // What Workbox looks for in a service worker's scope.
  const scope = {
    self: globalThis,
    location: new URL(origin),
    FetchEvent: AskEvent,
    ExtendableEvent: AskEvent,
    clients: { get: async () => ({ postMessage: (message: unknown) => told.push(message) }) },
    __WB_DISABLE_DEV_LOGS: true,
  };
  Object.assign(globalThis, scope);
  answers = await import('./answers.ts');
});

beforeEach(async () => {
  caches = new FakeCaches();
  told = [];
  Object.assign(globalThis, { caches });
  await keepFor('ada');
});
afterEach(() => {
  jest.useRealTimers();
});

function token(sub: string): string {
  return `Bearer head.${Buffer.from(JSON.stringify({ sub })).toString('base64url')}.signature`;
}

function answer(text: string, status = 200): Response {
  return new Response(text, { status, headers: { date: new Date().toUTCString() } });
}

/** Asks as the page would, and waits until all is kept that is to be. */
async function ask(
  by: 'answerData' | 'answerPicture',
  url: string,
  authorization?: string,
): Promise<string> {
  const request = new Request(url, authorization ? { headers: { authorization } } : {});
  const works: Promise<unknown>[] = [];
  const event = Object.assign(new AskEvent('fetch'), {
    clientId: 'page',
    request,
    waitUntil: (work: Promise<unknown>) => works.push(work),
  });
  const response = await answers[by]({ request, event, url: new URL(url) } as never);
  await Promise.all(works);
  return response.text();
}

function serverSays(say: () => Response | Promise<Response>): void {
  globalThis.fetch = async () => say();
}

const noNetwork = () => Promise.reject(new TypeError('no network'));
const keptOf = async (user: string) => (await caches.open(keptCache('data', user))).keys();

test('what the owner has seen shows without a network, also without a token, and the page is told', async () => {
  serverSays(() => answer('soup'));
  expect(await ask('answerData', address, token('ada'))).toBe('soup');
  expect(told).toEqual([]);
  serverSays(noNetwork);
  expect(await ask('answerData', address, token('ada'))).toBe('soup');
  expect(await ask('answerData', address)).toBe('soup');
  expect(told).toHaveLength(2);
});

test('another person, in a second tab, neither sees nor leaves anything', async () => {
  serverSays(() => answer('Ada’s soup'));
  await ask('answerData', address, token('ada'));
  serverSays(() => answer('Bob’s soup'));
  expect(await ask('answerData', `${address}?q=1`, token('bob'))).toBe('Bob’s soup');
  expect(await keptOf('ada')).toEqual([address]);
  serverSays(noNetwork);
  await expect(ask('answerData', address, token('bob'))).rejects.toThrow();
});

test('an answer that comes after somebody else has signed in is kept of nobody', async () => {
  serverSays(async () => {
    await keepFor('bob');
    return answer('Ada’s soup');
  });
  expect(await ask('answerData', address, token('ada'))).toBe('Ada’s soup');
  expect(await keptOf('ada')).toEqual([]);
  expect(await keptOf('bob')).toEqual([]);
});

test('only whole answers are kept, and what is gone at the server goes here', async () => {
  serverSays(() => answer('busy', 503));
  await ask('answerData', address, token('ada'));
  expect(await keptOf('ada')).toEqual([]);
  serverSays(() => answer('soup'));
  await ask('answerData', address, token('ada'));
  serverSays(() => answer('gone', 404));
  expect(await ask('answerData', address, token('ada'))).toBe('gone');
  expect(await keptOf('ada')).toEqual([]);
});

test.each([
  ['10 s', token('ada'), 10_000],
  ['5 s when 5 s were waited for a token', undefined, 5_000],
])('a network that never answers is waited for %s', async (_, authorization, longest) => {
  serverSays(() => answer('soup'));
  await ask('answerData', address, token('ada'));
  jest.useFakeTimers();
  // Answers in the end, because the event lasts until then.
  serverSays(() => new Promise((resolve) => setTimeout(resolve, 60_000, answer('soup, late'))));
  const shown = ask('answerData', address, authorization);
  await jest.advanceTimersByTimeAsync(longest - 100);
  expect(told).toEqual([]);
  await jest.advanceTimersByTimeAsync(200);
  expect(told).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(await shown).toBe('soup');
});

test('a picture is asked for once', async () => {
  serverSays(() => answer('picture'));
  expect(await ask('answerPicture', picture)).toBe('picture');
  serverSays(noNetwork);
  expect(await ask('answerPicture', picture)).toBe('picture');
});
