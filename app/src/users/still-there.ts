import type { Endpoint } from '../http/endpoint.ts';
import { signInNeeded } from '../http/problem.ts';
import type { UserService } from './service.ts';

/**
 * Refuses changes by an access token that has outlived its account: nobody could see them, and
 * nobody could take a link back that was made so.
 */
export function onlyWhileThere(endpoint: Endpoint, users: UserService): Endpoint {
  if (!endpoint.signedIn || endpoint.method === 'get' || endpoint.changesNothing) return endpoint;
  return {
    ...endpoint,
    async run(raw) {
      const isThere = raw.userId !== undefined && (await users.isThere(raw.userId));
      if (!isThere) throw signInNeeded();
      return endpoint.run(raw);
    },
  };
}
