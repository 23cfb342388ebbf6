/**
 * A small script that runs before the libraries are there: it shows the appearance that was chosen, renews
 * the session of the last visit, asks for what the page shows first, and fetches the scripts that the page has held back.
 * It is a chunk of its own that waits for no other.
 */
import { keptUser } from '../auth/kept-user.ts';
import { type Renewed, requestRenewal } from '../auth/renewal.ts';
import { applyAppearance } from '../ui/appearance.ts';
import { leave, longest } from './begun.ts';
import { firstAnswerPath } from './first-answer.ts';
import { loadRest, rest } from './rest.ts';

applyAppearance();
if (keptUser.read()) {
  const renewal = requestRenewal();
  const path = firstAnswerPath(location);
  leave({ renewal, path, answer: path ? ask(path, renewal) : undefined });
  // A browser's first formatter of numbers takes a phone 100 ms: now, while it waits for the network. Most recipes
  // need none.
  if (!rest) setTimeout(Intl.NumberFormat);
}
void loadRest();

async function ask(path: string, renewal: Promise<Renewed>): Promise<Response | undefined> {
  const renewed = await renewal;
  if (renewed.outcome !== 'renewed') return undefined;
  const headers = { authorization: `Bearer ${renewed.signedIn.accessToken}` };
  // Without an answer the app asks again, and says what is wrong.
  return fetch(path, { headers, signal: AbortSignal.timeout(longest) }).catch(() => undefined);
}
