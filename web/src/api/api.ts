import { session } from '../auth/session.ts';
import { createClient } from './client.ts';

/** The app's one way to the API: it sends the session's token, and ends a session it is refused for. */
export const api = createClient({
  token: () => session.getSnapshot().token,
  onTokenRefused: (token) => session.expire(token),
});
