import { startApp, type TestApp } from '../../testing/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 20_000);
afterAll(() => app.stop());

test('the page and all that it needs come from here, and the latter is kept for a year', async () => {
  const { text, headers } = await app.request.get('/api/docs').expect(200);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'"),
  });
  const files = [...text.matchAll(/(?:src|href)="(\/api\/docs\/[^"]+)"/g)].map(([, file]) => file);
  expect(files).toHaveLength(3);
  for (const file of files) {
    const answer = await app.request.get(file ?? '').expect(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-type']).toMatch(/^text\/(css|javascript)/);
  }
});

test('with a slash at the end the address leads to the page', async () => {
  const { headers } = await app.request.get('/api/docs/').expect(308);
  expect(headers['location']).toBe('/api/docs');
});

test('other files of the package are not served', async () => {
  const { text } = await app.request.get('/api/docs').expect(200);
  const folder = /\/api\/docs\/\w+/.exec(text)?.[0];
  for (const name of ['package.json', 'index.html', '..%2fpackage.json', 'swagger-ui.css.map']) {
    await app.request.get(`${folder}/${name}`).expect(404);
  }
  await app.request.get('/api/docs/0123456789abcdef/start.js').expect(404);
});
