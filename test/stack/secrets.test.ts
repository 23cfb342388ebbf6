import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readLogs, readSpans, stackPaths } from '@recipe-book/local';
import { webScope } from '@recipe-book/otel-collector/web';
import { type Answer, type Call, call, freshAddress } from '../harness/client.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';
import { madeUpPassword, madeUpSecrets, type Secret } from '../harness/secrets.ts';
import { make } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { registerUser, type TestUser } from '../harness/users.ts';

type Request = Omit<Call, 'port'>;

const folder = mkdtempSync(join(tmpdir(), 'recipe-book-secrets-'));
let stack: OwnStack;
let user: TestUser;
/** What must not be found, and where it was sent to. */
const sent: { what: string; needle: string }[] = [];

beforeAll(async () => {
  // Small, so that some files are rotated and compressed meanwhile.
  const settings = { LOG_FILE_PATH: folder, LOG_MAX_SIZE: '20k', LOG_LEVEL: 'debug' };
  stack = await ownStack(settings, 2);
  user = await registerUser(stack.port);
  sent.push({ what: 'the password of a new user', needle: user.password });
  sent.push({ what: 'the address of a new user', needle: user.email });
  sent.push({ what: 'an access token', needle: user.token.slice(-60) });
}, 300_000);

afterAll(() => {
  stack?.stop();
  rmSync(folder, { recursive: true });
});

let asked = 0;

/** Asks one instance after the other. */
function ask(request: Request): Promise<Answer> {
  const port = stack.ingresses[asked++ % stack.ingresses.length] ?? stack.port;
  return call({ port, from: freshAddress(), ...request });
}

/** Ways in for any text; some are refused, and what refuses them must not tell. */
const ways: Readonly<Record<string, (text: string) => Request>> = {
  'the user agent': (text) => ({ path: '/api/openapi.json', headers: { 'user-agent': text } }),
  'the request id': (text) => ({ path: '/api/openapi.json', headers: { 'x-request-id': text } }),
  'the referrer': (text) => ({ path: '/api/nothing', headers: { referer: text } }),
  'a cookie': (text) => ({
    path: '/api/auth/refresh',
    method: 'POST',
    headers: { cookie: `recipe-book-refresh=${text}` },
  }),
  'the Authorization header': (text) => ({
    path: '/api/auth/me',
    headers: { authorization: text },
  }),
  'another header': (text) => ({
    path: '/api/openapi.json',
    headers: { 'x-other': text, 'accept-language': text, 'x-forwarded-for': text },
  }),
  'If-Match': (text) => ({
    path: '/api/recipes/0123456789abcdef01234567',
    method: 'DELETE',
    token: user.token,
    headers: { 'if-match': `"${text}"` },
  }),
  'an idempotency key': (text) => ({
    path: '/api/recipes',
    method: 'POST',
    token: user.token,
    headers: { 'idempotency-key': text },
    body: { title: 'Soup' },
  }),
  'the state of the trace and baggage': (text) => ({
    path: '/api/openapi.json',
    headers: {
      traceparent: `00-${randomUUID().replaceAll('-', '')}-00f067aa0ba902b7-01`,
      tracestate: `x=${text.replaceAll(/[,= ]/g, '_')}`,
      baggage: `web.flow=${encodeURIComponent(text)},web.route=${encodeURIComponent(text)}`,
    },
  }),
  'the type of the body': (text) => ({
    path: '/api/recipes',
    method: 'POST',
    token: user.token,
    headers: { 'content-type': `text/${text}` },
    body: 'x',
  }),
  'a query': (text) => ({ path: `/api/recipes?q=${encodeURIComponent(text)}`, token: user.token }),
  'a query that is refused': (text) => ({
    path: `/api/recipes?${encodeURIComponent(text)}=1&limit=${encodeURIComponent(text)}`,
    token: user.token,
  }),
  'a field': (text) => ({
    path: '/api/recipes',
    method: 'POST',
    token: user.token,
    body: { title: text, steps: [text], tags: [text] },
  }),
  'a field that is refused': (text) => ({
    path: '/api/recipes',
    method: 'POST',
    token: user.token,
    body: { title: { [text]: text }, [text]: text },
  }),
  'a body that does not parse': (text) => ({
    path: '/api/recipes',
    method: 'POST',
    token: user.token,
    body: `{"title": ${text}`,
  }),
  'a short body that does not parse': (text) => ({
    path: '/api/auth/login',
    method: 'POST',
    body: text,
  }),
  'a form with files': (text) => ({
    path: '/api/recipes',
    method: 'POST',
    token: user.token,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: `--x\r\ncontent-disposition: form-data; name="${text}"; filename="${text}"\r\n\r\n${text}\r\n--x--\r\n`,
  }),
  'an address to import from': (text) => ({
    path: '/api/recipes/import',
    method: 'POST',
    token: user.token,
    body: {
      url: `https://127.0.0.1:1/${encodeURIComponent(text)}?key=${encodeURIComponent(text)}`,
    },
  }),
  'a page to import': (text) => ({
    path: '/api/recipes/import',
    method: 'POST',
    token: user.token,
    body: { html: `<script type="application/ld+json">{"name": ${text}</script>` },
  }),
  'an error that a browser reports': (text) => ({
    path: '/otlp/v1/logs',
    method: 'POST',
    headers: { origin: `http://127.0.0.1:${stack.port}`, 'sec-fetch-site': 'same-origin' },
    body: browserError(text),
  }),
  'a login': (text) => ({
    path: '/api/auth/login',
    method: 'POST',
    body: { email: text, password: text },
  }),
  'a forgotten password': (text) => ({
    path: '/api/auth/forgot-password',
    method: 'POST',
    body: { email: text },
  }),
};

function browserError(text: string): object {
  const attributes = Object.entries({
    'event.name': 'exception',
    'exception.type': 'Error',
    'exception.message': `It broke: ${text}`,
    'exception.stacktrace': `Error: It broke: ${text}\n at x`,
  }).map(([key, stringValue]) => ({ key, value: { stringValue } }));
  const logRecords = [{ timeUnixNano: `${Date.now()}000000`, attributes }];
  const scopeLogs = [{ scope: { name: webScope }, logRecords }];
  return { resourceLogs: [{ resource: { attributes: [] }, scopeLogs }] };
}

const pathWays: Readonly<Record<string, (text: string) => Request>> = {
  'the path of a recipe': (text) => ({ path: `/api/recipes/${text}`, token: user.token }),
  'a path that leads nowhere': (text) => ({ path: `/x/${text}/y` }),
};

/** Ways in for any text, in which it is percent-encoded. */
const encodedWays: Readonly<Record<string, (text: string) => Request>> = {
  'an encoded path': (text) => ({ path: `/api/${encodeURIComponent(text)}` }),
  'the encoded path of a recipe': (text) => ({
    path: `/api/recipes/${encodeURIComponent(text)}`,
    token: user.token,
  }),
  'a path that is encoded twice': (text) => ({
    path: `/x/${encodeURIComponent(encodeURIComponent(text))}`,
  }),
  'a path of which each letter is encoded': (text) => ({ path: `/api/${encodedWhole(text)}` }),
  'an encoded user agent': (text) => ({
    path: '/api/openapi.json',
    headers: { 'user-agent': encodeURIComponent(text) },
  }),
};

function encodedWhole(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

/** Ways in for a password, which only its name gives away. */
const namedWays: Readonly<Record<string, (password: string) => Request>> = {
  'the password of a login': (password) => ({
    path: '/api/auth/login',
    method: 'POST',
    body: { email: user.email, password },
  }),
  'a query of that name': (password) => ({
    path: `/api/recipes?password=${encodeURIComponent(password)}`,
    token: user.token,
  }),
  'a query with an encoded letter in that name': (password) => ({
    path: `/api/recipes?%70assword=${encodeURIComponent(password)}`,
    token: user.token,
  }),
  'a path with that name': (password) => ({
    path: `/api/recipes/${encodeURIComponent(`{"password":${JSON.stringify(password)}}`)}`,
    token: user.token,
  }),
  'a path with an encoded letter in that name': (password) => ({
    path: `/x/pass%77ord=${encodeURIComponent(password)}`,
  }),
  'a path with that name, encoded twice': (password) => ({
    path: `/x/${encodeURIComponent(encodeURIComponent(`password=${password}`))}`,
  }),
  'a user agent with that name': (password) => ({
    path: '/api/openapi.json',
    headers: { 'user-agent': `x password=${password}` },
  }),
  'a body that does not parse': (password) => ({
    path: '/api/auth/login',
    method: 'POST',
    body: `{"email":"x","password":${JSON.stringify(password)}`,
  }),
  'a new password': (password) => ({
    path: '/api/auth/reset-password',
    method: 'POST',
    body: { token: password, password },
  }),
};

async function sendAll(): Promise<void> {
  const send = async (where: string, { kind, needle }: Secret, request: Request) => {
    sent.push({ what: `${kind} in ${where}`, needle });
    // Node itself refuses some texts for a header; others end the connection.
    await ask(request).catch(() => {});
  };
  for (const [where, way] of Object.entries(ways)) {
    for (const secret of madeUpSecrets()) await send(where, secret, way(secret.text));
  }
  for (const [where, way] of Object.entries(pathWays)) {
    for (const secret of madeUpSecrets().filter(({ inPath }) => inPath)) {
      await send(where, secret, way(secret.text));
    }
  }
  for (const [where, way] of Object.entries(encodedWays)) {
    for (const secret of madeUpSecrets()) {
      await send(where, secret, way(secret.text));
      for (const needle of [encodedWhole(secret.needle), encodeURIComponent(secret.needle)]) {
        sent.push({ what: `${secret.kind} in ${where}, still encoded`, needle });
      }
    }
  }
  for (const [where, way] of Object.entries(namedWays)) {
    const password = madeUpPassword();
    const needle = password.slice(5, 13);
    await send(where, { kind: 'a password', text: password, needle, inPath: false }, way(password));
  }
}

/** All that a stack has put out: the telemetry of its Collectors, what its parts printed, log files. */
function output(): { path: string; text: string }[] {
  const paths = stackPaths(stack.port, join(stack.state, '..'));
  return [paths.logs, paths.telemetry, folder].flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: 'utf8' })
      .map((name) => join(place, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => {
        const bytes = readFileSync(path);
        return { path, text: (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString() };
      }),
  );
}

test('no secret is in anything that leaves, however it came in', async () => {
  await sendAll();
  const marker = `marker-${randomUUID()}`;
  for (const _instance of stack.ingresses) {
    await ask({ path: '/api/openapi.json', headers: { 'x-request-id': marker } });
  }
  const { telemetry } = stackPaths(stack.port, join(stack.state, '..'));
  await until('the last request is in the traces and logs', 60, () => {
    const spans = readSpans(telemetry).map(({ attributes }) => JSON.stringify(attributes));
    const logs = readLogs(telemetry).map(({ attributes }) => JSON.stringify(attributes));
    return [spans, logs].every(
      (all) => all.filter((text) => text.includes(marker)).length >= 2 * stack.ingresses.length,
    );
  });
  // Whatever is still held back comes out.
  expect(make('down', { ...stack.env }).status).toBe(0);

  const files = output();
  const named = (part: string) => files.filter(({ path }) => path.includes(part));
  // The search looks where things are.
  for (const part of ['traces.jsonl', 'logs.jsonl', 'app.log', 'combined', 'app-2/combined']) {
    expect({ part, found: named(part).some(({ text }) => text.includes(marker)) }).toEqual({
      part,
      found: true,
    });
  }
  expect(named('logs.jsonl').some(({ text }) => text.includes('It broke: '))).toBe(true);
  expect(named('metrics.jsonl').some(({ text }) => text.includes('http.server'))).toBe(true);
  expect(named('.log.gz').length).toBeGreaterThan(0);
  const leaks = files.flatMap(({ path, text }) =>
    sent
      .filter(({ needle }) => text.includes(needle))
      .map(({ what, needle }) => {
        const at = text.indexOf(needle);
        return { what, path, around: text.slice(Math.max(0, at - 120), at + needle.length + 20) };
      }),
  );
  expect(leaks).toEqual([]);
}, 300_000);
