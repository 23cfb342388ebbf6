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
  const code = new Code(load);
  return Object.assign((props: P) => <FetchedDialog code={code} given={props} />, {
    preload: () => code.fetch().then(nothing, nothing),
  });
}

/** What is fetched once. */
class Code<P> {
  loaded: ComponentType<P> | undefined;
  readonly #load: () => Promise<ComponentType<P>>;

  constructor(load: () => Promise<ComponentType<P>>) {
    this.#load = load;
  }

  async fetch(): Promise<ComponentType<P>> {
    this.loaded ??= await this.#load();
    return this.loaded;
  }
}

function FetchedDialog<P extends Closes>({ code, given }: { code: Code<P>; given: P }) {
  const t = useText();
  const { onClose } = given;
  const [Dialog, setDialog] = useState(() => code.loaded);
  useEffect(() => {
    if (Dialog) return;
    let isWanted = true;
    const show = (fetched: ComponentType<P>) => {
      if (isWanted) setDialog(() => fetched);
    };
    const giveUp = () => {
      if (!isWanted) return;
      toast(t('error.notLoaded'), {
        label: t('crash.reload'),
        run: () => window.location.reload(),
      });
      onClose();
    };
    code.fetch().then(show, giveUp);
    return () => {
      isWanted = false;
    };
  }, [code, Dialog, onClose, t]);
  // What the dialog waits for is not the page's to wait for.
  return <Suspense>{Dialog && <Dialog {...given} />}</Suspense>;
}

function nothing(): void {}
