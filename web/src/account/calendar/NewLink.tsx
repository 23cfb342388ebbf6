import { useText } from '../../texts/use-text.ts';
import { CopyField } from '../../ui/CopyField.tsx';

/** A link that was just made: it can be seen only now. @param url path of the feed on this site */
export function NewLink({ url }: { url: string }) {
  const t = useText();
  const link = window.location.origin + url;
  return (
    <>
      <CopyField
        label={t('account.calendar.link')}
        value={link}
        hint={t('account.calendar.once')}
      />
      {/* Calendar programs take over addresses of this scheme. */}
      <a className="button" href={link.replace(/^https?/, 'webcal')}>
        {t('account.calendar.open')}
      </a>
    </>
  );
}
