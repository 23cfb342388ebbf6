import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type LogEntry, readLogs, readSeries, readSpans, type SpanEntry } from '@recipe-book/local';
import { webService } from '@recipe-book/otel-collector/web';
import type { Page } from 'playwright-core';
import { withBrowser } from '../harness/browser.ts';
import { call } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { registerUser, type TestUser } from '../harness/users.ts';

const stack = testStack();
const { telemetry } = stack.paths;
const origin = `http://localhost:${stack.ingressPort}`;
const services = {
  browser: webService,
  edge: 'recipe-book-api-envoy',
  limiter: 'recipe-book-ratelimit',
  app: 'recipe-book-api',
  collector: 'recipe-book-api-collector',
} as const;

const asked = `${services.edge} async envoy.service.ratelimit.v3.RateLimitService.ShouldRateLimit egress`;
const answered = `${services.limiter} envoy.service.ratelimit.v3.RateLimitService/ShouldRateLimit`;

/** The way of one click, as parent and child: who calls whom. */
const way: readonly [parent: string, child: string][] = [
  [`${services.browser} click`, `${services.browser} POST /api/recipes`],
  [`${services.browser} POST /api/recipes`, `${services.edge} POST`],
  [`${services.edge} POST`, asked],
  [asked, answered],
  [answered, `${services.limiter} Redis Pipeline Execution`],
  [`${services.edge} POST`, `${services.app} POST /api/recipes`],
  [`${services.app} POST /api/recipes`, `${services.app} insert recipes`],
];

/**
 * Metrics by which a part is watched, with the labels that tell them from another part's of the same name. The
 * browser's are spans: its web vitals. Those of database and cache are their clients', in the app.
 */
const measured: readonly { part: string; service: string; metric: string; labels?: object }[] = [
  { part: 'edge', service: services.edge, metric: 'recipe_book.edge.requests' },
  { part: 'edge', service: services.edge, metric: 'recipe_book.rate_limit.requests' },
  { part: 'limiter', service: services.limiter, metric: 'recipe_book.rate_limit.decisions' },
  { part: 'app', service: services.app, metric: 'http.server.request.duration' },
  { part: 'app', service: services.app, metric: 'recipe_book.events' },
  {
    part: 'database',
    service: services.app,
    metric: 'db.client.operation.duration',
    labels: { 'db.system.name': 'mongodb', 'db.collection.name': 'recipes' },
  },
  {
    part: 'cache',
    service: services.app,
    metric: 'db.client.operation.duration',
    labels: { 'db.system.name': 'redis' },
  },
  { part: 'cache', service: services.app, metric: 'recipe_book.cache.reads' },
  { part: 'Collector', service: services.collector, metric: 'otelcol_exporter_sent_spans' },
];

const nameOf = ({ service, name }: SpanEntry) => `${service} ${name}`;

async function cook(page: Page, user: TestUser, title: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  // Telemetry has come when it has put itself before the browser's own `fetch`.
  await until('telemetry is there', 20, () =>
    page.evaluate(() => !String(window.fetch).includes('[native code]')),
  );
  await page.getByLabel('Email').fill(user.email);
  await page.getByLabel('Password', { exact: true }).fill(user.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Recipes', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Add recipe' }).click();
  await page.getByLabel('Name', { exact: true }).fill(title);
  await page.getByLabel('Name of ingredient 1').fill('bread');
  await page.getByLabel('Step 1', { exact: true }).fill('Boil it.');
  await page.getByRole('button', { name: /save/i }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await page.evaluate((text) => {
    setTimeout(() => {
      throw new Error(text);
    });
  }, title);
  // What waits to be sent goes when the page is left.
  await page.goto(`${origin}/robots.txt`);
}

describe('one click in a browser', () => {
  const title = `Soup ${randomUUID()}`;
  let user: TestUser;
  let trace: SpanEntry[];

  beforeAll(async () => {
    user = await registerUser(stack.ingressPort);
    await withBrowser(async (context) => cook(await context.newPage(), user, title));
    trace = await until('the trace is whole', 40, () => {
      const spans = readSpans(telemetry);
      const clicks = spans.filter((span) => nameOf(span) === way[1]?.[0] && isOf(span, user));
      const found = spans.filter(({ traceId }) => clicks.some((one) => one.traceId === traceId));
      const names = found.map(nameOf);
      return way.every(([, child]) => names.includes(child)) && found;
    });
  }, 120_000);

  test.each(way)('is a trace in which %s is the parent of %s', (parent, child) => {
    const parents = trace
      .filter((span) => nameOf(span) === child)
      .map(({ parentSpanId }) => trace.find(({ spanId }) => spanId === parentSpanId));
    expect(parents.map((span) => span && nameOf(span))).toContain(parent);
  });

  test('is followed by lists that ask Redis, in the trace of the list', async () => {
    const list = `${services.app} GET /api/recipes`;
    // What was just changed is read from the database for some seconds.
    await until('there is a command to Redis below a list', 60, async () => {
      await wait(1000);
      await call({ port: stack.ingressPort, path: '/api/recipes', token: user.token });
      const spans = readSpans(telemetry).filter(({ service }) => service === services.app);
      const lists = spans.filter((span) => nameOf(span) === list && isOf(span, user));
      return spans.some(
        ({ name, parentSpanId }) =>
          name === 'GET' && lists.some(({ spanId }) => spanId === parentSpanId),
      );
    });
  }, 90_000);

  test.each([services.edge, services.app])(
    'is in the log of %s, with its trace and its user',
    async (service) => {
      const isIt = (line: LogEntry) =>
        line.service === service &&
        line.level.toLowerCase() === 'http' &&
        line.traceId === trace[0]?.traceId;
      const line = await until('the line is there', 30, () => readLogs(telemetry).find(isIt));
      expect(line.attributes).toMatchObject({
        method: 'POST',
        path: '/api/recipes',
        userId: user.id,
      });
      expect(trace.map(({ spanId }) => spanId)).toContain(line.spanId);
    },
    60_000,
  );

  test('that breaks something is a log record of the browser', async () => {
    const line = await until('the record is there', 30, () =>
      readLogs(telemetry).find(
        ({ service, message }) => service === services.browser && message.includes(title),
      ),
    );
    expect(line.attributes['exception.stacktrace']).toContain(title);
  }, 60_000);

  test('comes with web vitals', async () => {
    await until('vitals are there', 30, () =>
      readSpans(telemetry).some(
        (span) => nameOf(span) === `${services.browser} web-vital` && isOf(span, user),
      ),
    );
  }, 60_000);
});

test.each(measured)(
  '$part is measured by $metric of $service',
  async (wanted) => {
    const { service, metric, labels = {} } = wanted;
    const series = await until(`${metric} is there`, 90, () =>
      readSeries(telemetry).find(
        (one) =>
          one.resource['service.name'] === service &&
          one.metric === metric &&
          Object.entries(labels).every(([name, value]) => one.attributes[name] === value),
      ),
    );
    expect(series.resource).toMatchObject({ 'deployment.environment.name': 'development' });
  },
  120_000,
);

function isOf({ attributes = [] }: SpanEntry, { id }: TestUser): boolean {
  return attributes.some(({ key, value }) => key === 'user.id' && value.stringValue === id);
}
