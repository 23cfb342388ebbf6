import { loadSettings } from '@recipe-book/settings';
import express from 'express';
import supertest from 'supertest';
import { createLogger } from '../logging/logger.ts';
import { collectLines } from '../testing/log-lines.ts';
import { refuseCrossSite } from './cross-site.ts';
import { answerErrors } from './errors.ts';

const app = express();
app.use(refuseCrossSite(['https://listed.example']), (_request, response) => {
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

test('a change that a page of a listed site asks for passes by a token, and not by a cookie', async () => {
  const listed = {
    Host: 'recipes.example',
    'Sec-Fetch-Site': 'cross-site',
    Origin: 'https://listed.example',
  };
  await request
    .post('/')
    .set({ ...listed, Authorization: 'Bearer x' })
    .expect(204);
  await request
    .post('/')
    .set({ ...listed, Cookie: 'recipe_book_refresh=x' })
    .expect(403);
});

test('reading passes from anywhere, which lets links lead here', async () => {
  await request.get('/').set('Sec-Fetch-Site', 'cross-site').expect(204);
});
