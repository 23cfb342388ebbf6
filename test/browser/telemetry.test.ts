import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { readLogs, readSpans, type SpanEntry } from '@recipe-book/local';
import { webService as web } from '@recipe-book/otel-collector/web';
import type { Page } from 'playwright-core';
import { withBrowser } from '../harness/browser.ts';
import { holdsValue, sentTelemetry } from '../harness/sent-telemetry.ts';
import { testStack } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { registerUser, type TestUser } from '../harness/users.ts';

const stack = testStack();
const origin = `http://localhost:${stack.ingressPort}`;

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${origin}${path}`);
}

/** Telemetry has come when it has put itself before the browser's own `fetch`. */
async function hasOwnFetch(page: Page): Promise<boolean> {
  return page.evaluate(() => String(window.fetch).includes('[native code]'));
}

async function untilLoaded(page: Page): Promise<void> {
  await until('telemetry is there', 20, async () => !(await hasOwnFetch(page)));
}

/** As if another tab came to the front: the page tells what it has, and goes on. */
async function hide(page: Page): Promise<void> {
  await page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  `);
}

async function signIn(page: Page, user: TestUser): Promise<void> {
  await page.getByLabel('Email').fill(user.email);
  await page.getByLabel('Password', { exact: true }).fill(user.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Recipes', level: 1 }).waitFor();
}

function attribute(span: SpanEntry, key: string) {
  const value = span.attributes?.find((one) => one.key === key)?.value;
  return value?.stringValue ?? value?.doubleValue ?? value?.intValue;
}

/** The spans of everything that a user caused, when what is looked for is among them. */
function spansWith(what: string, isThere: (spans: SpanEntry[]) => boolean) {
  return until(what, 40, () => {
    const spans = readSpans(stack.paths.telemetry);
    return isThere(spans) && spans;
  });
}

/** A span's name and service, then those of its ancestors. */
function lineage(spans: readonly SpanEntry[], span: SpanEntry | undefined): string[] {
  if (!span) return [];
  const parent = spans.find(({ spanId, traceId }) => {
    return spanId === span.parentSpanId && traceId === span.traceId;
  });
  return [`${span.service} ${span.name}`, ...lineage(spans, parent)];
}

describe('what a person does in a browser', () => {
  test('is one trace from the click to MongoDB, and tells nothing of the person but an id', async () => {
    const user = await registerUser(stack.ingressPort);
    await withBrowser(async (context) => {
      const page = await context.newPage();
      const sent = sentTelemetry(page);
      await open(page, '/sign-in');
      await untilLoaded(page);
      await signIn(page, user);
      await page.getByRole('link', { name: 'Add recipe' }).click();
      await page.getByLabel('Name', { exact: true }).fill('Grandmother’s secret soup');
      await page.getByLabel('Name of ingredient 1').fill('bread');
      await page.getByLabel('Step 1', { exact: true }).fill('Boil it.');
      await page.getByRole('button', { name: /save/i }).click();
      await page.getByRole('heading', { name: 'Grandmother’s secret soup', level: 1 }).waitFor();
      await until('it was sent', 20, () => sent.join().includes('POST /api/recipes'));

      const isMine = (span: SpanEntry) => attribute(span, 'user.id') === user.id;
      const isInsert = (span: SpanEntry) =>
        isMine(span) && /insert.*recipes|recipes.*insert/.test(span.name);
      const isFlow = (span: SpanEntry) => {
        return isMine(span) && attribute(span, 'web.flow.outcome') === 'done';
      };
      const spans = await spansWith('the recipe’s trace and flow are whole', (found) => {
        const insert = found.find(isInsert);
        return lineage(found, insert).at(-1) === `${web} click` && found.some(isFlow);
      });
      const ancestors = lineage(spans, spans.find(isInsert));
      expect(ancestors).toContain('recipe-book-api-envoy POST');
      expect(ancestors).toContain(`${web} POST /api/recipes`);
      const save = spans.find(
        (span) => isMine(span) && span.name === 'POST /api/recipes' && span.service === web,
      );
      expect(save && attribute(save, 'web.route')).toBe('/recipes/new');
      expect(save && attribute(save, 'web.flow')).toBe('add-recipe');

      const names = spans.filter(({ service }) => service === web).map(({ name }) => name);
      expect(names).toEqual(
        expect.arrayContaining(['page-load', 'document-fetch', 'route-change', 'render']),
      );
      for (const secret of ['soup', 'bread', 'Boil', user.email, user.password, user.token]) {
        expect(sent.join()).not.toContain(secret);
      }
    });
  }, 120_000);

  test('is measured by the five web vitals, INP among them', async () => {
    await withBrowser(async (context) => {
      const page = await context.newPage();
      const sent = sentTelemetry(page);
      await open(page, '/sign-in');
      await untilLoaded(page);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('Please fill this in.').first().waitFor();
      await until('all vitals are there', 40, async () => {
        // Again, because the browser tells of how long the click took some time after it.
        await hide(page);
        await wait(1000);
        const vitals = readSpans(stack.paths.telemetry).filter(
          (span) => span.name === 'web-vital' && holdsValue(sent, attribute(span, 'web_vital.id')),
        );
        const names = new Set(vitals.map((span) => attribute(span, 'web_vital.name')));
        return vitals.every((span) => attribute(span, 'web_vital.rating')) && names.size === 5;
      });
    });
  }, 90_000);

  test('that breaks is a log record with a stack, whoever noticed it', async () => {
    const message = `deliberate ${randomUUID()}`;
    await withBrowser(async (context) => {
      // A page whose code is gone, which React notices.
      await context.route('**/assets/RegisterPage-*.js', (route) => route.abort());
      const page = await context.newPage();
      const sent = sentTelemetry(page);
      const before = Date.now();
      await open(page, '/');
      await untilLoaded(page);
      // As browsers tell of scripts of others, and of observers that take another round.
      await page.evaluate(
        `window.dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }))`,
      );
      await page.evaluate(`setTimeout(() => { throw new RangeError("${message}"); })`);
      await page.evaluate(`void Promise.reject(new RangeError("promise ${message}"))`);
      await page.getByRole('link', { name: 'Create an account' }).first().click();
      await page.getByRole('alert').waitFor();
      await open(page, '/robots.txt');
      const records = await until('the errors are there', 40, () => {
        const found = readLogs(stack.paths.telemetry).filter(
          (entry) =>
            entry.service === web &&
            entry.time > before - 1000 &&
            (entry.message.includes(message) || entry.message.includes('RegisterPage')),
        );
        return found.length === 3 && found;
      });
      const told = (key: string) => records.map(({ attributes }) => attributes[key]);
      expect(told('web.error.source').sort()).toEqual(['promise', 'react', 'window']);
      expect(told('exception.type').sort()).toEqual(['RangeError', 'RangeError', 'TypeError']);
      expect(sent.join()).not.toContain('not an Error');
      for (const { level, attributes } of records) {
        expect(level).toBe('ERROR');
        expect(attributes['event.name']).toBe('exception');
        expect(attributes['exception.stacktrace']).toMatch(/Error/);
      }
    });
  }, 90_000);
});

test.each([
  ['Do Not Track', 'Object.defineProperty(navigator, "doNotTrack", { value: "1" })'],
  [
    'Global Privacy Control',
    'Object.defineProperty(navigator, "globalPrivacyControl", { value: true })',
  ],
])(
  'with %s telemetry is not even loaded',
  async (_what, wish) => {
    await withBrowser(async (context) => {
      await context.addInitScript(wish);
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await open(page, '/');
      await page.getByRole('link', { name: 'Create an account' }).first().click();
      await page.getByRole('heading', { name: 'Create an account', level: 1 }).waitFor();
      // The browser has had time: it is idle twice after everything is loaded.
      await page.evaluate(
        'new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve)))',
      );
      await page.waitForLoadState('networkidle');
      expect(asked.filter((path) => /telemetry|otlp/.test(path))).toEqual([]);
      expect(await hasOwnFetch(page)).toBe(true);
    });
  },
  60_000,
);

test.each([
  ['blocked', undefined],
  ['missing', 404],
  ['used up', 429],
  ['too small', 413],
])(
  'with a route that is %s the app works, and is left alone with it',
  async (_what, status) => {
    const user = await registerUser(stack.ingressPort);
    await withBrowser(async (context) => {
      let asked = 0;
      await context.route('**/otlp/**', (route) => {
        asked++;
        return status === undefined ? route.abort() : route.fulfill({ status });
      });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      await open(page, '/sign-in');
      await untilLoaded(page);
      await signIn(page, user);
      for (let at = 0; at < 10; at++) {
        await page.getByRole('link', { name: 'Add recipe' }).first().click();
        await page.getByRole('heading', { name: 'Add a recipe' }).waitFor();
        await page.getByRole('link', { name: 'Recipes', exact: true }).click();
        await page.getByRole('heading', { name: 'Recipes', level: 1 }).waitFor();
      }
      await page.evaluate('window.dispatchEvent(new Event("pagehide"))');
      await until('something was sent', 20, () => asked > 0);
      await page.evaluate('window.dispatchEvent(new Event("pagehide"))');
      // One of each signal at most before the first failure is known.
      expect(asked).toBeLessThanOrEqual(2);
      expect(problems).toEqual([]);
    });
  },
  90_000,
);
