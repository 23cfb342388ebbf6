import type { Endpoint } from '../http/endpoint.ts';
import { changeMe } from './change-me.ts';
import { changePassword } from './change-password.ts';
import { forgotPassword } from './forgot-password.ts';
import { login } from './login.ts';
import { logout } from './logout.ts';
import { me } from './me.ts';
import type { AuthParts } from './parts.ts';
import { refresh } from './refresh.ts';
import { register } from './register.ts';
import { removeMe } from './remove-me.ts';
import { resetPassword } from './reset-password.ts';

export function authEndpoints(parts: AuthParts): Endpoint[] {
  return [
    register(parts),
    login(parts),
    refresh(parts),
    logout(parts),
    me(parts),
    changeMe(parts),
    removeMe(parts),
    changePassword(parts),
    forgotPassword(parts),
    resetPassword(parts),
  ];
}
