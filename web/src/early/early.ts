/**
 * A small script that runs before the libraries are there: it shows the appearance that was chosen, renews
 * the session of the last visit and asks for what the page shows first. It is a chunk of its own that waits for no other.
 */
import { keptUser } from '../auth/kept-user.ts';
import { type Renewed, requestRenewal } from '../auth/renewal.ts';
import { applyAppearance } from '../ui/appearance.ts';
import { leave } from './begun.ts';
import { firstAnswerPath } from './first-answer.ts';

/** The longest wait for the first answer, ms. */
const timeout = 20_000;

applyAppearance();
if (keptUser.read()) {
  const renewal = requestRenewal();
  const path = firstAnswerPath(location);
  leave({ renewal, path, answer: path === undefined ? undefined : ask(path, renewal) });
}

async function ask(path: string, renewal: Promise<Renewed>): Promise<Response | undefined> {
  const renewed = await renewal;
  if (renewed.outcome !== 'renewed') return undefined;
  const authorization = `Bearer ${renewed.signedIn.accessToken}`;
  try {
    const headers = { accept: 'application/json', authorization };
    return await fetch(path, { headers, signal: AbortSignal.timeout(timeout) });
  } catch {
    // The app asks again, and says what is wrong.
    return undefined;
  }
}
