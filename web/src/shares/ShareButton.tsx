import type { Share } from '@recipe-book/app/schemas/shares';
import { loadTexts } from '../texts/load-texts.ts';
import { useText } from '../texts/use-text.ts';
import { LazyDialogButton } from '../ui/LazyDialogButton.tsx';
import { lazyDialog } from '../ui/lazy-dialog.tsx';

/** What is to be shared. */
export interface ShareTarget {
  kind: Share['kind'];
  id: string;
  /** Its name, which goes along with the link. */
  title: string;
}

const ShareDialog = lazyDialog(async () => {
  const [module] = await Promise.all([import('./ShareDialog.tsx'), loadTexts('shares')]);
  return module.default;
});

interface ShareButtonProps extends ShareTarget {
  className?: string;
}

/** Makes a link to a recipe or a shopping list; what it takes is fetched when somebody reaches for it. */
export function ShareButton({ className, ...target }: ShareButtonProps) {
  const t = useText();
  return (
    <LazyDialogButton
      dialog={ShareDialog}
      given={target}
      label={t('common.share')}
      className={className}
    />
  );
}
