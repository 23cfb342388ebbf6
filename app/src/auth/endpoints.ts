import type { Events } from '../events.ts';
import type { Endpoint } from '../http/endpoint.ts';
import type { UserService } from '../users/service.ts';
import { login } from './login.ts';
import { me } from './me.ts';
import { register } from './register.ts';
import type { Tokens } from './tokens.ts';

export function authEndpoints(users: UserService, tokens: Tokens, events: Events): Endpoint[] {
  return [register(users, tokens, events), login(users, tokens, events), me(users)];
}
