import { randomUUID } from 'node:crypto';
import { call, freshAddress } from './client.ts';

export interface TestUser {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
}

/** Registers a new user, from an address of its own. */
export async function registerUser(port: number): Promise<TestUser> {
  const email = `${randomUUID()}@example.org`;
  const password = `pass-${randomUUID()}`;
  const answer = await call({
    port,
    path: '/api/auth/register',
    method: 'POST',
    from: freshAddress(),
    body: { email, password, name: 'Test Cook' },
  });
  if (answer.status !== 201) throw new Error(`Registering failed: ${answer.status} ${answer.text}`);
  return { id: answer.json.user.id, email, password, token: answer.json.accessToken };
}
