import { randomUUID } from 'node:crypto';
import { type Answer, call } from '../harness/client.ts';
import { mailTo } from '../harness/mails.ts';
import { until } from '../harness/until.ts';
import { registerUser, type TestUser } from '../harness/users.ts';

/** Values that stand in for made-up ones in a request; `hooks.py` reads them. */
export interface Values {
  readonly path_parameters?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
  /** Fields of a JSON body, beside those made up. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** A whole JSON body. */
  readonly whole_body?: Readonly<Record<string, unknown>>;
  /** A whole body that is not JSON. */
  readonly base64?: string;
  readonly media_type?: string;
  /** The Authorization header. */
  readonly authorization?: string;
}

/** What is known to make requests to an operation succeed. */
export interface Known {
  /** Every request takes them, and else every second one: where others would do harm. */
  readonly always: boolean;
  readonly values: readonly Values[];
}

/** Things that can be used up: each is used once, so there are many. */
const many = 40;

/** What a new thing of each kind takes. */
const inputs: Readonly<Record<string, object>> = {
  recipes: {
    title: 'Soup',
    ingredients: ['1 l water', '2 carrots'],
    steps: ['Boil.'],
    servings: 2,
  },
  collections: { name: 'Soups' },
  'meal-plans': { startDate: '2026-03-02', endDate: '2026-03-08' },
  'shopping-lists': { name: 'Saturday', items: [{ name: 'carrots' }] },
};

/** One pixel. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/**
 * The account that is tried out, and known values by operation, such as `GET /api/shared/{token}`.
 * @param operations all of them, as `METHOD /path`.
 */
export async function prepareAccounts(
  port: number,
  outbox: string,
  operations: readonly string[],
): Promise<{ readonly token: string; readonly known: Readonly<Record<string, Known>> }> {
  const main = await registerUser(port);
  const ids = await thingsOf(port, main);
  // What may not be changed while others rely on it belongs to somebody else.
  const other = await registerUser(port);
  const lists = await listsOf(port, main);
  const usedUp = await Promise.all(Array.from({ length: many }, () => registerUser(port)));
  const credentials = { email: other.email, password: other.password };
  const recipe = { kind: 'recipe', id: ids['recipes']?.[0] };
  const page = { '@context': 'https://schema.org', '@type': 'Recipe', name: 'Pasted soup' };
  const known: Record<string, Known> = {
    ...withIds(operations, ids),
    'POST /api/shares': sometimes([{ whole_body: recipe }]),
    'POST /api/recipes/import': sometimes([{ whole_body: { jsonLd: page } }]),
    'POST /api/auth/login': sometimes([{ body: credentials }]),
    'POST /api/auth/refresh': sometimes(await sessionsOf(port, other)),
    'POST /api/auth/reset-password': sometimes(await resetsOf(port, outbox, usedUp.slice(0, 10))),
    'POST /api/auth/change-password': always(
      usedUp.slice(10, 25).map((user) => ({
        authorization: `Bearer ${user.token}`,
        body: { currentPassword: user.password },
      })),
    ),
    'DELETE /api/auth/me': always(
      usedUp.slice(25).map((user) => ({
        authorization: `Bearer ${user.token}`,
        body: { password: user.password },
      })),
    ),
    'GET /api/shared/{token}': sometimes([
      { path_parameters: { token: await sharedBy(port, other) } },
    ]),
    'GET /api/calendar/{token}.ics': sometimes([
      { path_parameters: { token: (await made(port, other, '/api/calendar', {})).token } },
    ]),
    'PATCH /api/shopping-lists/{id}/items/{itemId}': sometimes(lists.kept),
    'DELETE /api/shopping-lists/{id}/items/{itemId}': sometimes(lists.usedUp),
  };
  return { token: main.token, known };
}

function sometimes(values: readonly Values[]): Known {
  return { always: false, values };
}

function always(values: readonly Values[]): Known {
  return { always: true, values };
}

/** @throws Error when it was not made. */
async function made(
  port: number,
  { token }: TestUser,
  path: string,
  body: object,
): Promise<Answer['json']> {
  const answer = await call({ port, path, method: 'POST', token, body });
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.json;
}

async function sharedBy(port: number, user: TestUser): Promise<string> {
  const recipe = await made(port, user, '/api/recipes', { title: 'Shared soup' });
  return (await made(port, user, '/api/shares', { kind: 'recipe', id: recipe.id })).token;
}

/** Ids of some things of each kind. */
async function thingsOf(port: number, user: TestUser): Promise<Record<string, string[]>> {
  const ids: Record<string, string[]> = {};
  for (const [kind, input] of Object.entries(inputs)) {
    ids[kind] = [];
    for (let at = 0; at < many; at++) {
      ids[kind].push((await made(port, user, `/api/${kind}`, input)).id);
    }
  }
  ids['shares'] = [];
  for (const id of ids['recipes'] ?? []) {
    ids['shares'].push((await made(port, user, '/api/shares', { kind: 'recipe', id })).id);
  }
  return ids;
}

/** Ids for every operation below a thing; what is removed is not what the others use. */
function withIds(
  operations: readonly string[],
  ids: Readonly<Record<string, readonly string[]>>,
): Record<string, Known> {
  const pattern = /^(\w+) \/api\/([\w-]+)\/\{id\}(?:\/[\w-]+)*$/;
  const found = operations.flatMap((operation) => {
    const [, method, kind = ''] = pattern.exec(operation) ?? [];
    const all = ids[kind];
    if (!all) return [];
    const half = method === 'DELETE' ? all.slice(many / 2) : all.slice(0, many / 2);
    const image = operation.endsWith('/image') && { base64: picture, media_type: 'image/png' };
    const values = half.map((id) => ({ path_parameters: { id }, ...(method === 'PUT' && image) }));
    return [[operation, sometimes(values)] satisfies [string, Known]];
  });
  return Object.fromEntries(found);
}

/** Items that are there to be changed, and others to be removed; each on a list of its own, which may go as well. */
async function listsOf(port: number, user: TestUser) {
  const values: Values[] = [];
  for (let at = 0; at < many; at++) {
    const input = { name: 'Items', items: [{ name: `item ${at}` }] };
    const list = await made(port, user, '/api/shopping-lists', input);
    values.push({ path_parameters: { id: list.id, itemId: list.items[0].id } });
  }
  return { kept: values.slice(0, many / 2), usedUp: values.slice(many / 2) };
}

/** Refresh tokens, each good once. */
async function sessionsOf(port: number, { email, password }: TestUser): Promise<Values[]> {
  const path = '/api/auth/login';
  const answers = await Promise.all(
    Array.from({ length: many }, () =>
      call({ port, path, method: 'POST', body: { email, password } }),
    ),
  );
  return answers.map(({ headers }) => {
    const [pair = ''] = headers['set-cookie']?.[0]?.split(';') ?? [];
    const [name = '', value = ''] = pair.split('=');
    return { cookies: { [name]: value } };
  });
}

/** Tokens out of the mails, each good once. */
async function resetsOf(
  port: number,
  outbox: string,
  users: readonly TestUser[],
): Promise<Values[]> {
  for (const { email } of users) {
    await call({ port, path: '/api/auth/forgot-password', method: 'POST', body: { email } });
  }
  return until('the mails are in the outbox', 20, () => {
    const texts = users.map(({ email }) => mailTo(outbox, email));
    const tokens = texts.flatMap((text) => /#token=([\w-]+)/.exec(text ?? '')?.[1] ?? []);
    const password = `pass-${randomUUID()}`;
    return tokens.length === users.length && tokens.map((token) => ({ body: { token, password } }));
  });
}
