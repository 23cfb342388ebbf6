import { startApp, type TestApp } from '../testing/app.ts';
import { cookieOf } from '../testing/refresh-cookie.ts';
import { startSmtpServer, type TestSmtpServer } from '../testing/smtp-server.ts';

let smtp: TestSmtpServer;
let app: TestApp;

beforeAll(async () => {
  smtp = await startSmtpServer();
  app = await startApp({
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Recipe Book <cook@recipes.example>',
    PUBLIC_URL: 'https://recipes.example/',
  });
}, 20_000);
afterAll(async () => {
  await app.stop();
  await smtp.stop();
});

const password = 'correct horse';
const newPassword = 'battery staple';

async function newAccount() {
  const email = `${crypto.randomUUID()}@example.com`;
  const answer = await app.request
    .post('/api/auth/register')
    .send({ email, password, name: 'Cook' })
    .expect(201);
  return { email, id: String(answer.body.user.id), cookie: cookieOf(answer) };
}

function forget(email: string) {
  return app.request.post('/api/auth/forgot-password').send({ email });
}

function reset(token: string, chosen = newPassword) {
  return app.request.post('/api/auth/reset-password').send({ token, password: chosen });
}

function logIn(email: string, given: string) {
  return app.request.post('/api/auth/login').send({ email, password: given });
}

function mailsTo(email: string) {
  return smtp.mails.filter(({ to }) => to.includes(email));
}

/** Asks for a mail and follows the link in it. */
async function tokenFor(email: string): Promise<string> {
  await forget(email).expect(202);
  await app.settled();
  const { content } = mailsTo(email).at(-1) ?? { content: '' };
  const [, token] = /^https:\/\/recipes\.example\/reset-password#token=(\S+)$/m.exec(content) ?? [];
  if (token === undefined) throw new Error(`There is no link in the mail:\n${content}`);
  return token;
}

function users() {
  return app.database.connection.collection('users');
}

test('the mail goes to the user alone, and says who it is from and how long the link works', async () => {
  const { email } = await newAccount();
  await forget(` ${email.toUpperCase()}`).expect(202);
  await app.settled();
  const [mail] = mailsTo(email);
  expect(mail).toMatchObject({ from: 'cook@recipes.example', to: [email] });
  expect(mail?.content).toContain('Subject: Set a new password for Recipe Book');
  expect(mail?.content).toContain('Auto-Submitted: auto-generated');
  expect(mail?.content).toContain('It works once, for 1 hour.');
});

test('the token sets another password, which ends all sessions', async () => {
  const { email, id, cookie } = await newAccount();
  const token = await tokenFor(email);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  await reset(token).expect(204, {});
  expect(await app.database.connection.model('Session').find({ owner: id })).toEqual([]);
  await logIn(email, password).expect(401);
  await logIn(email, newPassword).expect(200);
  await app.request.post('/api/auth/refresh').set(cookie).expect(401);
});

test('the token works once, even for several at the same moment', async () => {
  const { email } = await newAccount();
  const token = await tokenFor(email);
  const answers = await Promise.all(
    ['first choice', 'second choice', 'third choice'].map((chosen) => reset(token, chosen)),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 400, 400]);
  const { body } = await reset(token).expect(400);
  expect(body.type).toBe('urn:recipe-book:problem:reset-token-invalid');
});

test('the token stops working after PASSWORD_RESET_TTL', async () => {
  const { email } = await newAccount();
  const token = await tokenFor(email);
  const user = await users().findOne({ email });
  const left = Number(user?.['resetPasswordExpires']) - Date.now();
  expect(left).toBeGreaterThan(3_590_000);
  expect(left).toBeLessThanOrEqual(3_600_000);
  await users().updateOne({ email }, { $set: { resetPasswordExpires: new Date() } });
  await reset(token).expect(400);
  await logIn(email, password).expect(200);
});

test('a second mail makes the link of the first useless', async () => {
  const { email } = await newAccount();
  const first = await tokenFor(email);
  const second = await tokenFor(email);
  await reset(first).expect(400);
  await reset(second).expect(204);
});

test('changing the password by other means makes the link useless', async () => {
  const { email, id } = await newAccount();
  const token = await tokenFor(email);
  await app.services.users.setPassword(id, 'yet another');
  await reset(token).expect(400);
});

test('a password that is too short is refused, and the token stays good', async () => {
  const { email } = await newAccount();
  const token = await tokenFor(email);
  await reset(token, 'short').expect(400);
  await reset(token).expect(204);
});

test('the database keeps a hash of the token, found by its index', async () => {
  const { email } = await newAccount();
  const token = await tokenFor(email);
  const user = await users().findOne({ email });
  expect(user?.['resetPasswordToken']).toEqual(expect.any(String));
  expect(JSON.stringify(user)).not.toContain(token);
  const hashed = String(user?.['resetPasswordToken']);
  await reset(hashed).expect(400);
  const plan = await users().find({ resetPasswordToken: hashed }).explain('queryPlanner');
  expect(JSON.stringify(plan)).toContain('IXSCAN');
});

test.each([
  { token: { $gt: '' }, password: newPassword },
  { token: '', password: newPassword },
  { password: newPassword },
])('resetting refuses %j', async (body) => {
  await app.request.post('/api/auth/reset-password').send(body).expect(400);
});

test.each([{ email: { $gt: '' } }, { email: 'nobody' }, {}])('asking refuses %j', async (body) => {
  await app.request.post('/api/auth/forgot-password').send(body).expect(400);
});

test('the answer does not wait for the mail server, whose failure no client sees', async () => {
  const { email } = await newAccount();
  const refusal = Promise.withResolvers<void>();
  smtp.holdNext(refusal.promise);
  await forget(email).expect(202);
  refusal.reject(new Error(`No mailbox ${email} here`));
  await app.settled();
  expect(mailsTo(email)).toEqual([]);
  const failure = app.lines.find(({ level }) => level === 'error');
  expect(failure).toMatchObject({ message: 'sending a link for a new password failed' });
  expect(JSON.stringify(failure)).not.toContain(email);
});

test('neither token nor address gets into the logs', async () => {
  const { email } = await newAccount();
  const token = await tokenFor(email);
  await reset(token).expect(204);
  const written = JSON.stringify(app.lines);
  expect(written).toContain('password.reset');
  expect(written).not.toContain(token);
  expect(written).not.toContain(email);
});
