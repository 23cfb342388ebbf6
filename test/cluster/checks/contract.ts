import { expect } from 'expect';
import { call } from '../../harness/client.ts';
import { until } from '../../harness/until.ts';
import { registerUser } from '../../harness/users.ts';
import type { Check } from '../check.ts';

export const probes: Check = {
  name: 'probes answer through the Service',
  run: async ({ entrance }) => {
    for (const path of ['/health', '/health/live', '/health/ready', '/health/startup']) {
      expect(await statusOf({ ...entrance, path })).toBe(200);
    }
    const { json } = await call({ ...entrance, path: '/health' });
    expect(json).toMatchObject({ status: 'ok', checks: { database: 'ok', redis: 'ok' } });
  },
};

export const page: Check = {
  name: 'the first page comes with what it needs',
  run: async ({ entrance }) => {
    const { status, text } = await call({
      ...entrance,
      path: '/',
      headers: { accept: 'text/html' },
    });
    expect(status).toBe(200);
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(text) ?? [];
    expect(await statusOf({ ...entrance, path: script })).toBe(200);
  },
};

export const recipes: Check = {
  name: 'a cook signs up, stores a recipe and finds it',
  run: async ({ entrance }) => {
    const { token } = await registerUser(entrance.port, entrance.host);
    const made = await call({
      ...entrance,
      path: '/api/recipes',
      method: 'POST',
      token,
      body: { title: 'Leek soup' },
    });
    expect(made.status).toBe(201);
    const { json } = await call({ ...entrance, path: '/api/recipes', token });
    expect(json.items).toMatchObject([{ title: 'Leek soup' }]);
  },
};

export const headers: Check = {
  name: 'answers carry request ids, limits and compression',
  run: async ({ entrance }) => {
    const ask = () =>
      call({
        ...entrance,
        path: '/api/openapi.json',
        headers: { 'x-request-id': 'from-the-test', 'accept-encoding': 'gzip' },
      });
    // The first ones may pass uncounted, while everything is still slow.
    const { headers } = await until('an answer tells of a limit', 30, async () => {
      const answer = await ask();
      return answer.headers['x-ratelimit-limit'] !== undefined && answer;
    });
    expect(headers).toMatchObject({
      'x-request-id': 'from-the-test',
      'content-encoding': 'gzip',
      'x-ratelimit-remaining': expect.any(String),
      'x-ratelimit-reset': expect.any(String),
    });
  },
};

export const problems: Check = {
  name: 'errors are problem+json with the request id',
  run: async ({ entrance }) => {
    const unknown = await call({ ...entrance, path: '/api/nothing-here' });
    const anonymous = await call({ ...entrance, path: '/api/recipes' });
    const forged = await call({ ...entrance, path: '/api/recipes', token: 'e30.e30.e30' });
    expect([unknown.status, anonymous.status, forged.status]).toEqual([404, 401, 401]);
    for (const { headers, json } of [unknown, anonymous, forged]) {
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(json.requestId).toBe(headers['x-request-id']);
    }
  },
};

async function statusOf(request: Parameters<typeof call>[0]): Promise<number> {
  return (await call(request)).status;
}
