/**
 * A small script that runs before the libraries are there: it shows the appearance that was chosen, renews
 * the session of the last visit, and asks for what the page shows first. It is a chunk of its own that waits for no other.
 */
import { keptUser } from '../auth/kept-user.ts';
import { type Renewed, requestRenewal } from '../auth/renewal.ts';
import { nextTask } from '../next-task.ts';
import { applyAppearance } from '../ui/appearance.ts';
import { leave, longest } from './begun.ts';
import { firstAnswerPath } from './first-answer.ts';

applyAppearance();
if (keptUser.read()) {
  const renewal = requestRenewal();
  const path = firstAnswerPath(location);
  leave({ renewal, path, answer: path ? ask(path, renewal) : undefined });
  // A browser's first formatter of numbers takes a phone 100 ms: now, while it waits for the network. Most recipes
  // need none.
  if (!document.querySelector('article.recipe')) setTimeout(Intl.NumberFormat);
}

async function ask(path: string, renewal: Promise<Renewed>): Promise<Response | undefined> {
  const renewed = await renewal;
  if (renewed.outcome !== 'renewed') return undefined;
  // To take that answer and to ask for the next is too long for one task on a phone.
  await nextTask();
  const headers = { authorization: `Bearer ${renewed.signedIn.accessToken}` };
  // Without an answer the app asks again, and says what is wrong.
  return fetch(path, { headers, signal: AbortSignal.timeout(longest) }).catch(() => undefined);
}
