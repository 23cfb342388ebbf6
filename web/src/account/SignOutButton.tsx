import { useState } from 'react';
import { signOut } from '../auth/sign-out.ts';
import { useSession } from '../auth/use-session.ts';
import { useText } from '../texts/use-text.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

/** Signs out; whoever would lose what they did to a shopping list offline is asked first. */
export function SignOutButton() {
  const t = useText();
  const { user } = useSession();
  const [unsent, setUnsent] = useState(0);
  const [isBusy, setBusy] = useState(false);

  const leave = async () => {
    setBusy(true);
    // Where the lists cannot even be opened there is nothing to lose.
    const count = user ? await unsentOf(user.id).catch(() => 0) : 0;
    if (count === 0) await signOut();
    setUnsent(count);
    setBusy(false);
  };

  return (
    <>
      <button type="button" className="button" disabled={isBusy} onClick={leave}>
        {t('nav.signOut')}
      </button>
      <ConfirmDialog
        open={unsent > 0}
        title={t('account.signOut.title')}
        text={t('account.signOut.unsent', { count: unsent })}
        action={t('account.signOut.anyway')}
        onConfirm={() => void signOut()}
        onClose={() => setUnsent(0)}
      />
    </>
  );
}

async function unsentOf(userId: string): Promise<number> {
  const { countUnsent } = await import('../shopping/offline/shopping.ts');
  return countUnsent(userId);
}
