import type { Settings } from '@recipe-book/settings';
import type { Client } from '../client/client.ts';
import type { Kind } from '../converge/kind.ts';
import { record, records, text } from '../json.ts';

interface User {
  readonly password: string;
}

/**
 * The user for people who look, if the settings name one. OpenObserve without a licence gives every user all
 * rights. A user that is there stays as it is, also its password, which nobody can read back.
 */
export function users(client: Client, settings: Settings): Kind<User> {
  const { OPENOBSERVE_READER_EMAIL: email, OPENOBSERVE_READER_PASSWORD: password = '' } = settings;
  return {
    kind: 'user',
    wanted: new Map(email === undefined ? [] : [[email.toLowerCase(), { password }]]),
    async read() {
      if (email === undefined) return [];
      const body = record(await client.get('users'));
      return records(body['data'] ?? body['list']).map((state) => {
        const name = text(state['email']);
        return { name, id: name, isOwn: false, state };
      });
    },
    differences: () => [],
    async create(name, user) {
      await client.post('users', {
        email: name,
        password: user.password,
        role: 'admin',
        first_name: 'Recipe Book',
        last_name: 'Reader',
      });
    },
    async change() {},
  };
}
