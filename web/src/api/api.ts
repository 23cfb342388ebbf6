import { currentToken, renewedToken, tokenForReading } from '../auth/keep-session.ts';
import { connection } from '../offline/connection.ts';
import { createClient } from './client.ts';
import { takeAnswer } from './take-answer.ts';

/** The app's one way to the API: it sends the session's token, and renews it when it is refused. */
export const api = createClient({
  token: (method) => (method === 'GET' ? tokenForReading() : currentToken()),
  renew: renewedToken,
  begun: takeAnswer,
  unreachable: connection.lost,
});
