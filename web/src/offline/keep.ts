import { session } from '../auth/session.ts';
import { translate } from '../texts/i18n.ts';
import { toast } from '../ui/toasts.ts';
import { connection } from './connection.ts';
import { keepSeen } from './keep-seen.ts';
import { forgetKept, keepFor } from './kept.ts';
import { startServiceWorker } from './worker-client.ts';

/** Keeps what the signed-in person sees, until they sign out. This module is a chunk of its own. */
export async function keep(): Promise<void> {
  let owner: string | null | undefined;
  const follow = async () => {
    const { user } = session.getSnapshot();
    const id = user?.id ?? null;
    if (id === owner) return;
    owner = id;
    await (id === null ? forgetKept() : keepFor(id));
  };
  session.subscribe(() => void follow());
  await follow();
  await startServiceWorker({
    newRelease: (use) =>
      toast(translate('release.new'), { label: translate('release.reload'), run: use }, true),
    answeredFromKept: connection.lost,
    keepsFromNowOn: () => void keepSeen(),
  });
}
