import { useState } from 'react';
import { Link } from 'react-router';
import { currentLanguage } from '../texts/i18n.ts';
import { useText } from '../texts/use-text.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { RecipesIcon, ShoppingIcon } from '../ui/icons.tsx';
import type { SentShare } from './requests.ts';
import { useRemoveShare } from './use-remove-share.ts';

/** One link: what it opens, since when, and a button that ends it. */
export function ShareRow({ share }: { share: SentShare }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const remove = useRemoveShare();
  const isRecipe = share.kind === 'recipe';
  const title = share.title ?? t('shares.gone');
  const date = new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'long' });

  return (
    <li className="share-row">
      <span className="share-icon">{isRecipe ? <RecipesIcon /> : <ShoppingIcon />}</span>
      <div className="share-text">
        {share.title === undefined ? (
          <span className="share-gone">{title}</span>
        ) : (
          <Link to={`${isRecipe ? '/recipes' : '/shopping'}/${share.targetId}`}>{title}</Link>
        )}
        <p>
          {t(isRecipe ? 'shares.recipeSince' : 'shares.listSince', {
            date: date.format(new Date(share.createdAt)),
          })}
        </p>
      </div>
      <button
        type="button"
        className="button"
        aria-label={t('shares.removeNamed', { title })}
        onClick={() => setAsking(true)}
      >
        {t('shares.remove')}
      </button>
      <ConfirmDialog
        open={asking}
        title={t('shares.confirm.title')}
        text={t('shares.confirm.text', { title })}
        action={t('shares.remove')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          remove.mutate(share.id);
        }}
      />
    </li>
  );
}
