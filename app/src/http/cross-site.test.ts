import { loadSettings } from '@recipe-book/settings';
import express from 'express';
import supertest from 'supertest';
import { createLogger } from '../logging/logger.ts';
import { collectLines } from '../testing/log-lines.ts';
import { refuseCrossSite } from './cross-site.ts';
import { answerErrors } from './errors.ts';

const app = express();
app.use(refuseCrossSite, (_request, response) => {
  response.status(204).end();
});
app.use(answerErrors(createLogger(loadSettings({}), collectLines().stream)));
const request = supertest(app);

test.each([
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://recipes.example' },
  { Origin: 'https://evil.example' },
  { Origin: 'https://recipes.example:8443' },
  { Origin: 'null' },
])('a change that another site asks for is refused: %j', async (headers) => {
  for (const method of ['post', 'put', 'patch', 'delete'] as const) {
    const { body } = await request[method]('/')
      .set({ Host: 'recipes.example', ...headers })
      .expect(403);
    expect(body.type).toBe('urn:recipe-book:problem:cross-site');
  }
});

test.each([
  {},
  { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://recipes.example' },
  { 'Sec-Fetch-Site': 'none' },
  { Origin: 'https://recipes.example' },
])('a change that the product itself or no page asks for passes: %j', async (headers) => {
  await request
    .post('/')
    .set({ Host: 'recipes.example', ...headers })
    .expect(204);
});

test('reading passes from anywhere, which lets links lead here', async () => {
  await request.get('/').set('Sec-Fetch-Site', 'cross-site').expect(204);
});
