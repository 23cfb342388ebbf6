import { eventually, startAppProcess } from './testing/app-process.ts';
import { startDatabase } from './testing/database.ts';
import { startSmtpServer } from './testing/smtp-server.ts';

test('an app that is told to stop first sends the mail that it has promised', async () => {
  const [database, smtp] = await Promise.all([startDatabase(), startSmtpServer()]);
  const app = await startAppProcess({
    MONGODB_URI: database.uri,
    SMTP_URL: smtp.url,
    MAIL_FROM: 'cook@recipes.example',
    PUBLIC_URL: 'https://recipes.example',
    SHUTDOWN_DRAIN_DELAY: '0',
  });
  const post = async (path: string, body: object) => {
    const headers = { 'Content-Type': 'application/json', Connection: 'close' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await fetch(`${app.url}/api/auth/${path}`, init)).status;
  };
  const email = 'ada@example.com';
  expect(await post('register', { email, password: 'correct horse', name: 'Ada' })).toBe(201);

  const stopping = Promise.withResolvers<void>();
  smtp.holdNext(stopping.promise);
  expect(await post('forgot-password', { email })).toBe(202);
  app.program.signal('SIGTERM');
  await eventually(
    async () => app.logLines(),
    (lines) => lines.some(({ message }) => message === 'all requests have finished; closing'),
  );
  stopping.resolve();
  expect(await app.program.ended).toBe(0);
  expect(smtp.mails.map(({ to }) => to)).toEqual([[email]]);
  await Promise.all([smtp.stop(), database.stop()]);
}, 30_000);
