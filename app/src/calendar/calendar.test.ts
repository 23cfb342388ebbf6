import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
let ada: SignedInHeaders;
let users = 0;

beforeAll(async () => {
  app = await startApp();
}, 30_000);
beforeEach(async () => {
  users += 1;
  ada = await app.signUp(`ada-${users}@example.com`);
});
afterAll(() => app.stop());

const today = new Date().toISOString().slice(0, 10);
const compact = today.replaceAll('-', '');

async function addPlan(slots: object[], days = { startDate: today, endDate: today }) {
  const { body } = await app.request
    .post('/api/meal-plans')
    .set(ada)
    .send({ ...days, slots })
    .expect(201);
  return body.id;
}

async function addLink(): Promise<string> {
  const { body } = await app.request.post('/api/calendar').set(ada).expect(201);
  return body.url;
}

/** The content lines, unfolded. */
function contentLines(text: string): string[] {
  return text.replaceAll('\r\n ', '').split('\r\n');
}

test('no text breaks a line where some programs end one', async () => {
  const breaks = '\u0000\u000b\u000c\u0085\u2028\u2029';
  await addPlan([{ date: today, meal: 'lunch', note: `a${breaks}X-D:1` }]);
  const { text } = await app.request.get(await addLink()).expect(200);
  expect(text).toContain('SUMMARY:Lunch: a      X-D:1');
});

test('shows the plans as iCalendar to whoever has the link', async () => {
  const recipe = await app.request
    .post('/api/recipes')
    .set(ada)
    .send({ title: 'Soup; with, signs \\ and\nlines' })
    .expect(201);
  await addPlan([
    { date: today, meal: 'dinner', recipeId: recipe.body.id, servings: 2, note: 'For Bob' },
    { date: today, meal: 'lunch', note: 'Leftovers' },
    { date: today, meal: 'lunch', note: 'Fruit' },
  ]);
  const answer = await app.request.get(await addLink()).expect(200);
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const lines = contentLines(answer.text);
  expect(lines).toEqual(
    expect.arrayContaining([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'SUMMARY:Dinner: Soup\\; with\\, signs \\\\ and\\nlines (2 servings)',
      'DESCRIPTION:For Bob',
      'SUMMARY:Lunch: Leftovers',
      `DTSTART;VALUE=DATE:${compact}`,
    ]),
  );
  const ids = lines.filter((line) => line.startsWith('UID:'));
  expect(new Set(ids).size).toBe(3);
  expect(answer.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('keeps the id of an event while the plan around it changes', async () => {
  const slot = { date: today, meal: 'dinner', note: 'Soup' };
  const id = await addPlan([slot]);
  const url = await addLink();
  const [before] = contentLines((await app.request.get(url)).text).filter((line) =>
    line.startsWith('UID:'),
  );
  await app.request
    .patch(`/api/meal-plans/${id}`)
    .set(ada)
    .send({ slots: [{ date: today, meal: 'breakfast', note: 'Eggs' }, slot] })
    .expect(200);
  expect(contentLines((await app.request.get(url)).text)).toContain(before);
});

test('leaves out what is more than a year old', async () => {
  await addPlan([{ date: '2020-01-01', meal: 'dinner', note: 'Long ago' }], {
    startDate: '2020-01-01',
    endDate: '2020-01-01',
  });
  const { text } = await app.request.get(await addLink()).expect(200);
  expect(text).not.toContain('Long ago');
});

test('a new link makes the old one useless, and so does revoking it', async () => {
  const old = await addLink();
  const url = await addLink();
  expect(url).not.toBe(old);
  await app.request.get(old).expect(404);
  await app.request.get(url).expect(200);
  const shown = await app.request.get('/api/calendar').set(ada).expect(200);
  expect(shown.body).toEqual({ createdAt: expect.any(String) });
  await app.request.delete('/api/calendar').set(ada).expect(204);
  await app.request.get(url).expect(404);
  await app.request.delete('/api/calendar').set(ada).expect(404);
});

test('having no link is no error', async () => {
  const before = await app.request.get('/api/calendar').set(ada).expect(200);
  expect(before.body).toEqual({});
  await addLink();
  await app.request.delete('/api/calendar').set(ada).expect(204);
  const after = await app.request.get('/api/calendar').set(ada).expect(200);
  expect(after.body).toEqual({});
});

test('two first links at the same moment leave one that works', async () => {
  const urls = await Promise.all([addLink(), addLink()]);
  const answers = await Promise.all(urls.map((url) => app.request.get(url)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
});

test.each(['x', `${'x'.repeat(43)}`, '%7B%22$gt%22:%22%22%7D'])(
  '%s opens nothing',
  async (token) => {
    await app.request.get(`/api/calendar/${token}.ics`).expect(404);
  },
);

test('the secret of a link is stored only as a hash, and is in no log', async () => {
  const url = await addLink();
  await app.request.get(url).expect(200);
  const token = url.slice('/api/calendar/'.length, -'.ics'.length);
  const stored = await app.database.connection.collection('calendarlinks').find().toArray();
  expect(JSON.stringify(stored)).not.toContain(token);
  expect(JSON.stringify(app.lines)).not.toContain(token);
});
