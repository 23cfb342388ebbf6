import { type ComponentType, Suspense, useEffect, useState } from 'react';
import { useText } from '../texts/use-text.ts';
import { toast } from './toasts.ts';

interface Closes {
  onClose: () => void;
}

/** A dialog whose code is fetched when it is first shown, if not before. */
export type LazyDialog<P extends Closes> = ComponentType<P> & {
  /** Fetches it for a likely use. Never rejects: what is missing is told when the dialog is shown. */
  readonly preload: () => Promise<void>;
};

/**
 * Makes a dialog of one that is fetched. Where it cannot be had, without a network or after a release that took it away,
 * that is told and the dialog closes; opening it again tries again. React's `lazy` breaks the page instead, and keeps
 * the failure for ever.
 * @param load gets the dialog, and the texts that its page lacks; it is called until it has succeeded once.
 */
export function lazyDialog<P extends Closes>(load: () => Promise<ComponentType<P>>): LazyDialog<P> {
  let loaded: ComponentType<P> | undefined;
  const fetch = async () => {
    loaded ??= await load();
    return loaded;
  };
  return Object.assign(
    (props: P) => <FetchedDialog fetched={loaded} fetch={fetch} given={props} />,
    { preload: () => fetch().then(nothing, nothing) },
  );
}

interface FetchedDialogProps<P> {
  /** Undefined until it has come. */
  fetched: ComponentType<P> | undefined;
  fetch: () => Promise<ComponentType<P>>;
  /** What the dialog is given. */
  given: P;
}

function FetchedDialog<P extends Closes>({ fetched, fetch, given }: FetchedDialogProps<P>) {
  const t = useText();
  const { onClose } = given;
  const [Dialog, setDialog] = useState(() => fetched);
  useEffect(() => {
    if (Dialog) return;
    let isWanted = true;
    const show = (dialog: ComponentType<P>) => {
      if (isWanted) setDialog(() => dialog);
    };
    const giveUp = () => {
      if (!isWanted) return;
      toast(t('error.notLoaded'), {
        label: t('crash.reload'),
        run: () => window.location.reload(),
      });
      onClose();
    };
    fetch().then(show, giveUp);
    return () => {
      isWanted = false;
    };
  }, [fetch, Dialog, onClose, t]);
  // What the dialog waits for is not the page's to wait for.
  return <Suspense>{Dialog && <Dialog {...given} />}</Suspense>;
}

function nothing(): void {}
