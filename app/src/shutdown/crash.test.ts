import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Program } from '@recipe-book/test/program';
import { makeKeyFile } from '../testing/key.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

function start(text: Record<string, string>) {
  return Program.run(process.execPath, [main], {
    PORT: '0',
    MONGODB_URI: 'mongodb://127.0.0.1:1/test',
    JWT_PRIVATE_KEY_FILE: makeKeyFile(),
    ...text,
  });
}

test('a setting that cannot be used ends it with a sentence that names it', async () => {
  expect(await start({ PORT: 'x' })).toEqual({
    code: 1,
    lines: [
      'These settings cannot be used:',
      '  PORT is "x"; allowed: a whole number from 0 to 65535.',
    ],
  });
  expect(await start({ MONGODB_URI: '' })).toEqual({
    code: 1,
    lines: ['These settings cannot be used:', '  MONGODB_URI is not set; the app needs it.'],
  });
});

test('so does a key file without a key', async () => {
  const { code, lines } = await start({ JWT_PRIVATE_KEY_FILE: main });
  expect(code).toBe(1);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error',
    message: expect.stringContaining('an Ed25519 private key'),
  });
});

test('a port in use ends it with the port in the log', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const { code, lines } = await start({ PORT: port });
  other.close();
  expect(code).toBe(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error',
    error: { message: `listen EADDRINUSE: address already in use 127.0.0.1:${port}` },
  });
});
