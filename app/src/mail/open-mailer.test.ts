import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@recipe-book/settings';
import { createLogger } from '../logging/logger.ts';
import { collectLines } from '../testing/log-lines.ts';
import { startSmtpServer } from '../testing/smtp-server.ts';
import { openMailer } from './open-mailer.ts';
import { PasswordResetMail } from './password-reset.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recipe-book-mail-'));
});
afterEach(() => rm(folder, { recursive: true }));

const address = 'ada@example.com';
const token = 'T'.repeat(43);

function open(text: Record<string, string>) {
  const { lines, stream } = collectLines();
  const settings = loadSettings({ MAIL_OUTBOX: join(folder, 'outbox'), ...text });
  return { mailer: openMailer(settings, createLogger(settings, stream)), lines };
}

test('in development a mail becomes a file that a developer can read and nobody else', async () => {
  const { mailer, lines } = open({});
  const mail = new PasswordResetMail('http://localhost:8080', 3600).write(address, token);
  await mailer.send(mail);
  const [name = '', ...others] = await readdir(join(folder, 'outbox'));
  expect(others).toEqual([]);
  expect(name).toMatch(/\.eml$/);
  const file = join(folder, 'outbox', name);
  const content = await readFile(file, 'utf8');
  expect(content).toContain(`To: ${address}\n`);
  expect(content).toContain(`\nhttp://localhost:8080/reset-password#token=${token}\n`);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(lines).toEqual([]);
});

test.each(['staging', 'production'])(
  'in %s without a mail server one line says so, and no mail lies about',
  async (environment) => {
    const { mailer, lines } = open({ APP_ENV: environment });
    await mailer.send({ to: address, subject: 'Hello', text: 'Hello' });
    expect(lines).toMatchObject([
      { level: 'warn', message: expect.stringContaining('SMTP_URL is not set') },
    ]);
    expect(await readdir(folder)).toEqual([]);
  },
);

test('with a mail server the mail goes there, in every environment', async () => {
  const smtp = await startSmtpServer();
  const common = { MAIL_FROM: 'cook@recipes.example', PUBLIC_URL: 'https://recipes.example' };
  for (const environment of ['development', 'production']) {
    const { mailer, lines } = open({ ...common, SMTP_URL: smtp.url, APP_ENV: environment });
    await mailer.send({ to: address, subject: 'Grüße', text: 'Hello' });
    expect(lines).toEqual([]);
  }
  expect(smtp.mails).toHaveLength(2);
  expect(smtp.mails[0]).toMatchObject({ from: 'cook@recipes.example', to: [address] });
  expect(await readdir(folder)).toEqual([]);
  await smtp.stop();
});

test('a mail server that refuses is an error that tells no password', async () => {
  const smtp = await startSmtpServer();
  const { mailer } = open({
    MAIL_FROM: 'cook@recipes.example',
    PUBLIC_URL: 'https://recipes.example',
    SMTP_URL: smtp.url.replace('smtp-s3cret', 'wrong-s3cret'),
  });
  const error = await mailer
    .send({ to: address, subject: 'Hello', text: 'Hello' })
    .catch((reason: unknown) => String(reason));
  expect(error).toContain('The mail server did not take the mail: EAUTH 535');
  expect(error).not.toContain('s3cret');
  await smtp.stop();
});

test.each([
  [60, '1 minute'],
  [90, '2 minutes'],
  [3600, '1 hour'],
  [86_400, '24 hours'],
])('a link for %i s works for %s', (seconds, words) => {
  const { text } = new PasswordResetMail('https://recipes.example/cook/', seconds).write(
    address,
    'T',
  );
  expect(text).toContain(`It works once, for ${words}.`);
  expect(text).toContain('https://recipes.example/cook/reset-password#token=T\n');
});
