import { readdir } from 'node:fs/promises';
import { loadSettings } from '@recipe-book/settings';
import { Background } from '../background.ts';
import { Events } from '../events.ts';
import { createLogger } from '../logging/logger.ts';
import { openMailer } from '../mail/open-mailer.ts';
import { startApp, type TestApp } from '../testing/app.ts';
import { collectLines } from '../testing/log-lines.ts';
import { forgotPassword } from './forgot-password.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await app.signUp('known@example.com');
}, 20_000);
afterAll(() => app.stop());

const logger = createLogger(loadSettings({}), collectLines().stream);
const addresses = ['known@example.com', 'unknown@example.com'];

/** Runs the endpoint, and tells what the database was asked before and after the answer. */
async function ask(email: string) {
  const asked: string[] = [];
  app.database.connection.set('debug', (collection: string, operation: string) => {
    asked.push(`${collection}.${operation}`);
  });
  const background = new Background(logger);
  const settings = loadSettings({ MAIL_OUTBOX: app.outbox });
  const operation = forgotPassword({
    passwordResets: app.services.passwordResets,
    mailer: openMailer(settings, logger),
    background,
    events: new Events(logger),
    settings,
  });
  const request = { params: {}, query: {}, cookies: {}, headers: {}, userId: undefined };
  const reply = await operation.run({ ...request, body: { email } });
  const before = [...asked];
  await background.settled();
  return { reply, before, after: asked };
}

test('before the answer nothing is done that depends on whether there is an account', async () => {
  for (const email of addresses) {
    const { reply, before } = await ask(email);
    expect(reply).toEqual({ status: 202 });
    expect(before).toEqual([]);
  }
});

test('after it the database is asked the same for every address', async () => {
  for (const email of addresses) {
    expect((await ask(email)).after).toEqual(['users.updateOne']);
  }
});

test('the answers are the same, but only the user gets a mail', async () => {
  const mails = async () => (await readdir(app.outbox)).length;
  const count = await mails();
  const answers = [];
  for (const email of addresses) {
    const { status, text, headers } = await app.request
      .post('/api/auth/forgot-password')
      .send({ email });
    answers.push({ status, text, names: Object.keys(headers) });
    await app.settled();
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.status).toBe(202);
  expect(await mails()).toBe(count + 1);
});
