/** What was asked of the API in a test. */
export interface Asked {
  method: string;
  path: string;
  /** The JSON that was sent. */
  body: unknown;
  headers: Headers;
}

/** An answer: a status with JSON, where there is any. */
export type TestAnswer = readonly [
  status: number,
  body?: unknown,
  headers?: Record<string, string>,
];

/**
 * Stands in for the API in component tests.
 * @param answers by `METHOD /path` without the query; what is not in it is answered 404.
 * @returns all that was asked so far.
 */
export function answerApi(
  answers: Readonly<
    Record<string, TestAnswer | ((asked: Asked) => TestAnswer | Promise<TestAnswer>)>
  >,
): Asked[] {
  const all: Asked[] = [];
  globalThis.fetch = async (input, init = {}) => {
    const path = String(input instanceof Request ? input.url : input);
    const { method = 'GET', body } = init;
    const asked = {
      method,
      path,
      body: typeof body === 'string' ? JSON.parse(body) : body,
      headers: new Headers(init.headers),
    };
    all.push(asked);
    const answer = answers[`${method} ${path.split('?')[0]}`] ?? ([404] as const);
    const [status, json, headers] = typeof answer === 'function' ? await answer(asked) : answer;
    const text = json === undefined ? null : JSON.stringify(json);
    return new Response(text, { status, headers: headers ?? {} });
  };
  return all;
}

/** Answers for a list: the page of it that is asked for. */
export function pagesOf(all: readonly object[]): (asked: Asked) => TestAnswer {
  return ({ path }) => {
    const query = new URL(path, 'http://localhost').searchParams;
    const page = Number(query.get('page') ?? 1);
    const limit = Number(query.get('limit') ?? 20);
    const items = all.slice((page - 1) * limit, page * limit);
    return [200, { items, page, limit, total: all.length }];
  };
}
