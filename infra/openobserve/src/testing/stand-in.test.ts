import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { account, StandIn } from './stand-in.ts';

interface Exchange {
  name: string;
  method: string;
  path: string;
  /** `false`: sent without one. */
  contentType?: boolean;
  body: unknown;
  status: number;
  answer: unknown;
}

/** Seen on a running 0.16.3, in this order. What differs between runs by its nature is left out. */
const exchanges: Exchange[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../recorded/exchanges-0.16.3.json'), 'utf8'),
);
const idKeys = ['id', 'alert_id', 'folderId', 'folder_id', 'dashboardId', 'dashboard_id', 'hash'];
const headers = {
  authorization: `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`,
};

const standIn = new StandIn();
/** Ids of the stand-in by those that were recorded. */
const ids = new Map<string, string>();
let url: string;

beforeAll(async () => {
  url = await standIn.start();
  // Made by the Collector before.
  const bucket = 'http_server_request_duration_bucket';
  await send('POST', `/api/default/streams/${bucket}?type=metrics`, { fields: [], settings: {} });
});
afterAll(() => standIn.stop());

async function send(method: string, path: string, body: unknown, isTyped = true) {
  const response = await fetch(url + path, {
    method,
    headers: { ...headers, ...(isTyped && { 'content-type': 'application/json' }) },
    ...(body !== null && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: parsed(text) };
}

test.each(exchanges)('$name', async ({ method, path, contentType, body, status, answer }) => {
  let own = path;
  for (const [recorded, mine] of ids) own = own.replaceAll(recorded, mine);
  const got = await send(method, own, body, contentType);
  expect(got.status).toBe(status);
  learnIds(answer, got.body);
  expect(withOwnIds(got.body)).toEqual(expected(withOwnIds(answer)));
  const hash = (got.body as { hash?: string }).hash;
  if (method === 'POST' && hash !== undefined) ids.set('15171015192621402779', hash);
});

test('an unknown organization and a wrong password are told as text', async () => {
  expect(await send('GET', '/api/nosuchorg/streams/x/schema', null)).toEqual({
    status: 404,
    body: 'Organization not found',
  });
  const wrong = await fetch(`${url}/api/default/users`, {
    headers: { authorization: 'Basic eA==' },
  });
  expect([wrong.status, await wrong.text()]).toEqual([401, 'Unauthorized Access']);
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function learnIds(recorded: unknown, mine: unknown): void {
  if (typeof recorded !== 'object' || recorded === null) return;
  for (const [key, value] of Object.entries(recorded)) {
    const own = (mine as Record<string, unknown> | null)?.[key];
    if (idKeys.includes(key) && typeof value === 'string') ids.set(value, String(own));
    else learnIds(value, own);
  }
}

/** With an id of the stand-in in the place of each, so that equal ones stay equal. */
function withOwnIds(value: unknown): unknown {
  return JSON.parse(
    [...ids].reduce(
      (text, [recorded, mine]) => text.replaceAll(recorded, mine),
      JSON.stringify(value),
    ),
  );
}

/** The same, and whatever else the stand-in answers. */
function expected(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expected);
  if (typeof value !== 'object' || value === null) return value;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(value).map(([key, one]) => [key, expected(one)])),
  );
}
