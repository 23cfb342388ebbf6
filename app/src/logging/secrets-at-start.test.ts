import { fileURLToPath } from 'node:url';
import { Program } from '@recipe-book/test/program';
import { makeKeyFile } from '../testing/key.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** What the app says until a line matches, started with these settings. */
async function saidUntil(said: RegExp, text: Record<string, string>): Promise<string> {
  const program = await Program.start(process.execPath, [main], said, {
    PATH: process.env['PATH'],
    PORT: '0',
    MONGODB_URI: 'mongodb://127.0.0.1:1/x',
    DB_QUERY_TIMEOUT: '100',
    JWT_PRIVATE_KEY_FILE: makeKeyFile(),
    ...text,
  });
  await program.stop();
  return program.lines.join('\n');
}

test.each<[string, RegExp, Record<string, string>]>([
  [
    'a database that does not answer',
    /database does not answer/,
    { MONGODB_URI: 'mongodb://cook:s3cret@127.0.0.1:1/x' },
  ],
  [
    'a database whose name nobody knows',
    /database does not answer/,
    { MONGODB_URI: 'mongodb+srv://cook:s3cret@db.invalid/x' },
  ],
  [
    'an option that the database does not know',
    /option unknown is not supported/,
    { MONGODB_URI: 'mongodb://cook:s3cret@127.0.0.1:1/x?unknown=1' },
  ],
  [
    'an address that is none',
    /MONGODB_URI/,
    { MONGODB_URI: 'mongodb://cook:s3c/ret@db:s3cret/s3cret' },
  ],
  ['a Redis that does not answer', /Redis does not/, { REDIS_URL: 'redis://:s3cret@127.0.0.1:1' }],
  ['a Redis of another kind', /REDIS_URL/, { REDIS_URL: 'http://:s3cret@127.0.0.1:1' }],
  ['a mail server of another kind', /SMTP_URL/, { SMTP_URL: 'http://cook:s3cret@mail.example' }],
])(
  'with %s the app tells no secret',
  async (_what, said, text) => {
    expect(await saidUntil(said, text)).not.toMatch(/s3c/);
  },
  30_000,
);
