import { fileURLToPath } from 'node:url';
import { Program } from '@recipe-book/test/program';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

test('says what it needs', async () => {
  const env = { PATH: process.env['PATH'], SENTRY_ORG: 'bakery', SENTRY_AUTH_TOKEN: '' };
  expect(await Program.run(process.execPath, [main], env)).toEqual({
    code: 1,
    lines: [
      'These settings cannot be used:',
      '  SENTRY_PROJECT is not set; make sourcemaps needs it.',
      '  SENTRY_AUTH_TOKEN is not set; make sourcemaps needs it.',
    ],
  });
});

test('says why an upload failed, without the token', async () => {
  const { code, lines } = await Program.run(process.execPath, [main], {
    ...process.env,
    SENTRY_URL: 'http://127.0.0.1:1/',
    SENTRY_ORG: 'bakery',
    SENTRY_PROJECT: 'web',
    SENTRY_AUTH_TOKEN: 't0ken-of-a-test',
  });
  expect(code).toBe(1);
  expect(lines[0]).toMatch(/^The source maps were not uploaded: /);
  expect(lines.join()).not.toContain('t0ken');
});
