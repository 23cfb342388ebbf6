import { startTracedApp, type TracedApp } from '../testing/traced-app.ts';

const errorStatus = 2;
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

let traced: TracedApp;

beforeAll(async () => {
  traced = await startTracedApp({
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'us@example.com',
    PUBLIC_URL: 'http://localhost',
  });
  await traced.send('POST', '/api/auth/forgot-password', { email: 'a@example.com' });
  await traced.database.stop();
  const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
  const answer = await traced.send('GET', '/api/meal-plans', undefined, headers);
  expect(answer.status).toBe(503);
  await traced.end();
}, 30_000);
afterAll(() => traced.stop());

test('an error is recorded once, where it becomes the answer', () => {
  const spans = traced.receiver.spans.filter((span) => span.traceId === traceId);
  const server = spans.find(({ name }) => name === 'GET /api/meal-plans');
  expect(server).toMatchObject({
    status: { code: errorStatus },
    events: [
      {
        name: 'exception',
        attributes: {
          'exception.type': expect.any(String),
          'exception.stacktrace': expect.any(String),
        },
      },
    ],
  });
  expect(spans.flatMap(({ events }) => events)).toHaveLength(1);
});

test('work after the answer has a span, which says why it failed', () => {
  const [background] = traced.receiver.spans.filter(({ name }) => name === 'background');
  const parent = traced.receiver.spans.find(({ spanId }) => spanId === background?.parentSpanId);
  expect(parent?.name).toBe('POST /api/auth/forgot-password');
  expect(background).toMatchObject({
    attributes: { 'recipe_book.work': 'sending a link for a new password' },
    status: { code: errorStatus },
    events: [{ name: 'exception' }],
  });
});
