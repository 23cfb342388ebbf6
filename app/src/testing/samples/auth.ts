import { randomUUID } from 'node:crypto';
import type { Samples } from './sample.ts';
import { password } from './things.ts';

export const authSamples: Samples = {
  'post /api/auth/register': {
    status: 201,
    request: () => ({ body: { email: `${randomUUID()}@example.com`, password, name: 'New' } }),
  },
  'post /api/auth/login': {
    status: 200,
    request: ({ email }) => ({ body: { email, password } }),
  },
  'post /api/auth/refresh': {
    status: 200,
    request: ({ cookie }) => ({ headers: { cookie } }),
  },
  'post /api/auth/logout': {
    status: 204,
    request: ({ cookie }) => ({ headers: { cookie } }),
  },
  'get /api/auth/me': { status: 200, request: () => ({}) },
  'patch /api/auth/me': { status: 200, request: () => ({ body: { name: 'Renamed' } }) },
  'delete /api/auth/me': { status: 204, request: () => ({ body: { password } }) },
  'post /api/auth/change-password': {
    status: 204,
    request: ({ cookie }) => ({
      headers: { cookie },
      body: { currentPassword: password, newPassword: password },
    }),
  },
  'post /api/auth/forgot-password': {
    status: 202,
    request: ({ email }) => ({ body: { email } }),
  },
  'post /api/auth/reset-password': {
    status: 204,
    request: ({ resetToken: token }) => ({ body: { token, password } }),
  },
};
