import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormState } from 'react-hook-form';
import { Link } from 'react-router';
import { useText } from '../../texts/use-text.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import type { Recipe } from '../recipe.ts';
import type { Draft } from './draft/draft.ts';

interface SaveBarProps {
  saving: Pick<
    UseMutationResult<Recipe, Error, never>,
    'isPending' | 'isError' | 'error' | 'failureReason'
  >;
  /** True when the text is saved and only the picture is not. */
  isPictureLeft: boolean;
  /** The recipe that is saved but for its picture. */
  savedId: string | undefined;
  isUnsaved: boolean;
  /** True while the choice between two versions is shown, which says it better than a notice. */
  isChoosing: boolean;
  /** True while a picture is on its way to the form. */
  isWaiting: boolean;
  /** Where to go without saving. */
  cancelTo: string;
  onDiscard: () => void;
  /** Saves once more. */
  onRetry: () => void;
}

/** The end of the form, always in sight: what went wrong, and the buttons. */
export function SaveBar(props: SaveBarProps) {
  const t = useText();
  const {
    saving,
    isPictureLeft,
    savedId,
    isUnsaved,
    isChoosing,
    isWaiting,
    cancelTo,
    onDiscard,
    onRetry,
  } = props;
  const { errors, isSubmitting } = useFormState<Draft>();
  const [isAsking, setAsking] = useState(false);
  const isBusy = saving.isPending || isSubmitting;
  return (
    <>
      <RateLimitNotice reason={saving.isPending ? saving.failureReason : null} />
      {saving.isError && !isPictureLeft && !isChoosing && !isBusy && (
        <ErrorNotice error={saving.error} onRetry={onRetry} />
      )}
      {isPictureLeft && (
        <p className="form-errors" role="alert">
          {t('editor.picture.left')}{' '}
          {savedId && <Link to={`/recipes/${savedId}`}>{t('editor.picture.without')}</Link>}
        </p>
      )}
      {Object.keys(errors).length > 0 && (
        <p className="form-errors" role="alert">
          {t('editor.wrong')}
        </p>
      )}
      <div className="save-bar">
        <button type="submit" className="button button-primary" disabled={isBusy || isWaiting}>
          {isBusy ? t('editor.saving') : t('editor.save')}
        </button>
        <Link className="button-quiet" to={cancelTo}>
          {t('common.cancel')}
        </Link>
        {isUnsaved && (
          <button
            type="button"
            className="button-quiet"
            disabled={isBusy}
            onClick={() => setAsking(true)}
          >
            {t('editor.draft.discard')}
          </button>
        )}
      </div>
      <ConfirmDialog
        open={isAsking}
        title={t('editor.draft.discardTitle')}
        text={t('editor.draft.discardText')}
        action={t('editor.draft.discard')}
        onConfirm={() => {
          setAsking(false);
          onDiscard();
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
