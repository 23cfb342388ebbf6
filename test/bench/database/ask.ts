import type { Api } from './api.ts';
import type { Account, Request } from './requests.ts';

/** A request of one account, ready to be sent as often as wanted. */
export type Ask = () => Promise<unknown>;

/** @returns `undefined` when the account has no such thing. */
export async function askOf(
  { services, endpoints }: Api,
  { endpoint: name, query = {}, id: findId }: Request,
  account: Account,
): Promise<Ask | undefined> {
  const endpoint = endpoints.get(name);
  if (!endpoint) throw new Error(`There is no endpoint "${name}" any more.`);
  const id = await findId?.(services, account);
  if (findId && id === undefined) return undefined;
  const raw = { params: { id }, body: undefined, cookies: {}, headers: {}, userId: account.id };
  const run = (asked: Readonly<Record<string, string>>) => endpoint.run({ ...raw, query: asked });
  if (query['page'] !== 'last') return () => run(query);
  const { body } = await run({ ...query, page: '1' });
  const { total, limit } = body as { readonly total: number; readonly limit: number };
  const page = String(Math.max(1, Math.ceil(total / limit)));
  return () => run({ ...query, page });
}
