import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as the server got it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and text, readable. */
  readonly content: string;
}

/** A mail server for one test file, which takes mails from one user. */
export interface TestSmtpServer {
  /** For SMTP_URL. */
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Has it answer the next mail only when the given promise resolves, or refuse it when it rejects. */
  holdNext(until: Promise<void>): void;
  stop(): Promise<void>;
}

const user = 'sender';
const password = 'smtp-s3cret';

export async function startSmtpServer(): Promise<TestSmtpServer> {
  const mails: ReceivedMail[] = [];
  let held = Promise.resolve();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password: given }, _session, done) => {
      if (username === user && given === password) done(null, { user });
      else done(new Error('Who are you?'));
    },
    onData: (stream, { envelope }, done) => {
      const { mailFrom, rcptTo } = envelope;
      const hold = held;
      held = Promise.resolve();
      text(stream)
        .then(async (content) => {
          await hold;
          const to = rcptTo.map(({ address }) => address);
          const from = mailFrom ? mailFrom.address : '';
          mails.push({ from, to, content: decode(content) });
          done();
        })
        .catch(done);
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `smtp://${user}:${password}@127.0.0.1:${port}`,
    mails,
    holdNext(until) {
      held = until;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Undoes quoted-printable (RFC 2045), for text that is ASCII. */
function decode(content: string): string {
  return content
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([\dA-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
