import type { Restored } from '@recipe-book/app/schemas/transfer';
import { currentLanguage } from '../../texts/i18n.ts';
import { useText } from '../../texts/use-text.ts';

/** Kinds of things in a file, as the API counts them. */
const kinds = ['recipes', 'collections', 'mealPlans', 'shoppingLists'] as const;

/** What came of an import: what was added, what was not, and why. */
export function ImportReport({ result }: { result: Restored }) {
  const t = useText();
  const { added, skipped, problems } = result;
  const counts = kinds.flatMap((kind) => {
    const count = added[kind] ?? 0;
    return count > 0 ? [t(`account.import.${kind}`, { count })] : [];
  });
  const list = new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(counts);
  return (
    <div className="import-report">
      <p>
        <strong>{list ? t('account.import.added', { list }) : t('account.import.nothing')}</strong>
      </p>
      {skipped > 0 && <p>{t('account.import.skipped', { count: skipped })}</p>}
      {problems.length > 0 && (
        <details>
          <summary>{t('account.import.problems', { count: problems.length })}</summary>
          <ul lang="en">
            {problems.map(({ item, message }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and things may have the same name.
              <li key={at}>
                <strong>{item}</strong> {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
