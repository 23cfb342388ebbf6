import { startApp, type TestApp } from '../app.ts';
import { samples } from './index.ts';
import { nameOf, operationsOf, send } from './operations.ts';
import { makeOwner, type Owner } from './things.ts';

let app: TestApp;
let ada: Owner;
beforeAll(async () => {
  app = await startApp();
  ada = await makeOwner(app, 'Ada');
}, 30_000);
afterAll(() => app.stop());

test('every operation has a sample, and every sample is of an operation', () => {
  // One is missing here? Add it in app/src/testing/samples/.
  expect(Object.keys(samples).sort()).toEqual(app.endpoints.map(nameOf).sort());
});

test('each is answered as it says, by what the API says of itself', async () => {
  for (const { name, endpoint, sample } of operationsOf(app)) {
    const owner = endpoint.method === 'get' ? ada : await makeOwner(app, 'Bob');
    for (const request of [sample.request(owner.things), ...(sample.variants ?? [])]) {
      const { status, body } = await send(app, endpoint, request, owner.headers);
      expect({ name, request, status, body }).toEqual({
        name,
        request,
        status: sample.status,
        body,
      });
    }
  }
}, 30_000);
