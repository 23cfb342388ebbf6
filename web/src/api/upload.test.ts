/** @jest-environment jest-fixed-jsdom */
import { session } from '../auth/session.ts';
import { answerApi } from '../testing/api-answers.ts';
import { uploadFile } from './upload.ts';

interface Sent {
  token: string | undefined;
  version: string | undefined;
}

/** Answers uploads one after the other. @returns what was sent. */
function answerUploads(...statuses: number[]): Sent[] {
  const all: Sent[] = [];
  globalThis.XMLHttpRequest = class {
    upload = {};
    status = 0;
    responseText = '{"id":"r1"}';
    onload?: () => void;
    #headers: Record<string, string> = {};
    open() {}
    setRequestHeader(name: string, value: string) {
      this.#headers[name] = value;
    }
    getAllResponseHeaders() {
      return 'retry-after: 5\r\nx-request-id: abc\r\n';
    }
    send() {
      all.push({ token: this.#headers['authorization'], version: this.#headers['if-match'] });
      this.status = statuses.shift() ?? 200;
      this.onload?.();
    }
  } as unknown as typeof XMLHttpRequest;
  return all;
}

const user = { id: '0'.repeat(24), email: 'cook@example.com', name: 'Cook' };
const upload = {
  method: 'PUT',
  path: '/api/recipes/r1/image',
  body: new Blob(['x']),
  type: 'image/png',
  ifMatch: 3,
  timeoutMs: 1000,
  onProgress: () => undefined,
} as const;

beforeEach(() => session.begin({ accessToken: 'old', user }));

test('a file whose token is refused is sent once more with a new one', async () => {
  answerApi({ 'POST /api/auth/refresh': [200, { accessToken: 'new', user }] });
  const sent = answerUploads(401, 200);
  expect(await uploadFile(upload)).toEqual({ id: 'r1' });
  expect(sent).toEqual([
    { token: 'Bearer old', version: '"3"' },
    { token: 'Bearer new', version: '"3"' },
  ]);
});

test('it is not sent again without a token when there is no new one', async () => {
  answerApi({ 'POST /api/auth/refresh': [401, {}] });
  const sent = answerUploads(401, 401);
  await expect(uploadFile(upload)).rejects.toMatchObject({ status: 401, requestId: 'abc' });
  expect(sent).toHaveLength(1);
});

test('what is given up while the token is waited for is never sent', async () => {
  const sent = answerUploads();
  const leaving = new AbortController();
  const uploaded = uploadFile({ ...upload, signal: leaving.signal });
  leaving.abort();
  await expect(uploaded).rejects.toMatchObject({ name: 'AbortError' });
  expect(sent).toEqual([]);
});
