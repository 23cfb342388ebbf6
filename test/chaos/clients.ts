import { registerUser } from '../harness/users.ts';
import type { Client } from './traffic.ts';

const users = 4;
const addresses = 20;

/** Who asks during chaos: users and visitors below their limits, one visitor far above, and sign-ins. */
export async function chaosClients(port: number): Promise<Client[]> {
  const signedIn = await Promise.all(Array.from({ length: users }, () => registerUser(port)));
  return [
    ...signedIn.map(
      ({ token }, at): Client => ({
        kind: 'below',
        rate: 5,
        request: { path: '/api/recipes?limit=1', token, from: `127.77.1.${at + 1}` },
      }),
    ),
    ...Array.from(
      { length: addresses },
      (_, at): Client => ({
        kind: 'below',
        rate: 2,
        request: { path: '/api/openapi.json', method: 'HEAD', from: `127.77.2.${at + 1}` },
      }),
    ),
    {
      kind: 'above',
      rate: 40,
      request: { path: '/api/openapi.json', method: 'HEAD', from: '127.77.3.1' },
    },
    ...signedIn.map(
      ({ email, password }, at): Client => ({
        kind: 'login',
        rate: 0.15,
        request: {
          path: '/api/auth/login',
          method: 'POST',
          from: `127.77.4.${at + 1}`,
          body: { email, password },
        },
      }),
    ),
  ];
}
