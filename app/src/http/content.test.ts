import express from 'express';
import supertest from 'supertest';
import { endpoint } from './endpoint.ts';
import { mount } from './mount.ts';

function appWith(data: () => AsyncIterable<string>) {
  const streaming = endpoint(
    {
      method: 'get',
      path: '/stream',
      operationId: 'getThings',
      summary: 'A stream',
      tag: 'test',
      signedIn: false,
      replies: { 200: { description: 'Text' } },
    },
    () => ({ status: 200, content: { type: 'application/json', data } }),
  );
  return supertest(express().use(mount([streaming], () => [])));
}

test('a stream that fails half way does not look whole', async () => {
  const app = appWith(async function* () {
    yield '{"@graph":[';
    throw new Error('The database went away.');
  });
  await expect(app.get('/stream')).rejects.toThrow(/aborted|hang up|terminated/);
});

test('a stream that ends is whole', async () => {
  const app = appWith(async function* () {
    yield '{"@graph":[';
    yield ']}';
  });
  const { body } = await app.get('/stream').expect(200);
  expect(body).toEqual({ '@graph': [] });
});
