import { startApp, type TestApp } from '../testing/app.ts';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { Gate } from '../testing/gate.ts';
import { redAndBlue } from '../testing/pictures.ts';

let stored: TestDatabase;
let gate: Gate;
let app: TestApp;

beforeAll(async () => {
  stored = await startDatabase();
  gate = await Gate.before(stored.uri);
  app = await startApp({ MONGODB_URI: gate.uri });
}, 20_000);
afterAll(async () => {
  await app.stop();
  gate.stop();
  await stored.stop();
});

test('a picture stays when nobody knows whether its recipe shows it', async () => {
  const ada = await app.signUp('ada@example.com');
  const created = await app.request.post('/api/recipes').set(ada).send({ title: 'Soup' });
  const path = created.headers['location'] ?? '';
  const picture = await (await redAndBlue(100, 100)).png().toBuffer();
  const put = () =>
    app.request.put(`${path}/image`).set(ada).set('Content-Type', 'image/png').send(picture);
  gate.loseAnswersTo('findAndModify');
  await put().expect(503);
  gate.open();
  const { body } = await app.request.get(path).set(ada).expect(200);
  expect(body.version).toBe(2);
  await app.request.get(body.image.urls[0].url).expect(200);
  const next = await put().expect(200);
  await app.request.get(body.image.urls[0].url).expect(404);
  await app.request.get(next.body.image.urls[0].url).expect(200);
});
