import type { BrowserContextOptions, Page } from 'playwright-core';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { call } from './client.ts';
import { testStack } from './stack.ts';
import { registerUser, type TestUser } from './users.ts';
import { signIn } from './visit.ts';

/** Somebody of their own for a test file, signed in in a browser of their own, from its first test to its last. */
export interface SignedInBrowser {
  readonly origin: string;
  readonly user: TestUser;
  readonly page: Page;
  /** Asks the API as that person, and gives the answer's JSON. */
  send(method: string, path: string, body?: object): ReturnType<typeof json>;
}

/** Call it at the top of a file. Each test fails, too, when a script of the page threw an error meanwhile. */
export function signedInBrowser(options: BrowserContextOptions): SignedInBrowser {
  const { ingressPort: port } = testStack();
  const origin = `http://localhost:${port}`;
  const errors: string[] = [];
  let open: { browser: OpenBrowser; user: TestUser; page: Page } | undefined;
  const there = () => {
    if (!open) throw new Error('The browser is there from the first test on.');
    return open;
  };

  beforeAll(async () => {
    const user = await registerUser(port);
    const browser = await openBrowser(options);
    const page = await browser.context.newPage();
    open = { browser, user, page };
    await signIn(page, origin, user);
    page.on('pageerror', (error) => errors.push(String(error)));
  }, 60_000);
  afterAll(() => open?.browser.close());
  afterEach(() => expect(errors.splice(0)).toEqual([]));

  return {
    origin,
    get user() {
      return there().user;
    },
    get page() {
      return there().page;
    },
    send: (method, path, body) =>
      json({ port, method, path, token: there().user.token, ...(body && { body }) }),
  };
}

async function json(request: Parameters<typeof call>[0]) {
  return (await call(request)).json;
}
