import { useText } from '../texts/use-text.ts';

/** What stands above the page in a browser that runs no scripts: the build puts it there. */
export function NoScript() {
  const t = useText();
  return (
    <noscript>
      <p className="notice">{t('common.noScript')}</p>
    </noscript>
  );
}
