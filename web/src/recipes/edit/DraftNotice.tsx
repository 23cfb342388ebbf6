import { currentLanguage } from '../../texts/i18n.ts';
import { useText } from '../../texts/use-text.ts';

interface DraftNoticeProps {
  /** ISO 8601. */
  keptAt: string;
  onDiscard: () => void;
}

/** Says that the form holds what was left unsaved before, and lets it go. */
export function DraftNotice({ keptAt, onDiscard }: DraftNoticeProps) {
  const t = useText();
  const time = new Date(keptAt).toLocaleString(currentLanguage(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <div className="notice draft-notice" role="status">
      <p>{t('editor.draft.found', { time })}</p>
      <button type="button" className="button" onClick={onDiscard}>
        {t('editor.draft.discard')}
      </button>
    </div>
  );
}
