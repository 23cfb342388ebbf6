import { randomUUID } from 'node:crypto';
import { call, freshAddress } from './client.ts';

export interface TestUser {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
}

/** Registers a new user: on this machine from an address of its own. */
export async function registerUser(port: number, host?: string): Promise<TestUser> {
  const email = `${randomUUID()}@example.org`;
  const password = `pass-${randomUUID()}`;
  const answer = await call({
    ...(host === undefined ? { from: freshAddress() } : { host }),
    port,
    path: '/api/auth/register',
    method: 'POST',
    body: { email, password, name: 'Test Cook' },
  });
  if (answer.status !== 201) throw new Error(`Registering failed: ${answer.status} ${answer.text}`);
  return { id: answer.json.user.id, email, password, token: answer.json.accessToken };
}
