import { keptUser } from '../auth/kept-user.ts';
import { session } from '../auth/session.ts';
import { translate } from '../texts/i18n.ts';
import { toast } from '../ui/toasts.ts';
import { connection } from './connection.ts';
import { keepSeen } from './keep-seen.ts';
import { forgetKept, keepFor, keptOwner } from './kept.ts';
import { startServiceWorker } from './worker-client.ts';

/** Keeps what the signed-in person sees, until they sign out. This module is a chunk of its own. */
export async function keep(): Promise<void> {
  await keepWhatIsSeen();
  await startServiceWorker({
    newRelease: (use) =>
      toast(translate('release.new'), { label: translate('release.reload'), run: use }, true),
    answeredFromKept: connection.lost,
    keepsFromNowOn: () => void keepSeen(),
  });
}

/**
 * Follows the session from now on: what is kept is the signed-in person's. A tab that slept may hear late that
 * somebody signed out, so it takes away only what is theirs, and nothing while they are signed in elsewhere.
 */
export async function keepWhatIsSeen(): Promise<void> {
  let owner: string | undefined;
  const follow = async () => {
    const id = session.getSnapshot().user?.id;
    const before = owner;
    owner = id;
    if (id !== undefined) return id === before ? undefined : keepFor(id);
    // At the start somebody may have left whose session ended before there was anything to follow it.
    const gone = before ?? (await keptOwner());
    if (gone !== undefined && gone !== keptUser.read()?.id) await forgetKept(gone);
  };
  session.subscribe(() => void follow());
  await follow();
}
