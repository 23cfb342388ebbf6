import { useEffect, useRef } from 'react';
import type { TextKey } from '../../texts/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { fields } from '../edit/save/changes.ts';
import { webSite } from '../format.ts';
import type { ImportResult } from './requests.ts';

interface FoundNoticeProps {
  found: ImportResult;
  onOther: () => void;
}

/** Says what was found and what could not be read, before the form with all of it. */
export function FoundNotice({ found, onOther }: FoundNoticeProps) {
  const t = useText();
  const notice = useRef<HTMLElement>(null);
  const { recipe, problems } = found;
  const site = webSite(recipe.sourceUrl);

  // The form with the address is gone, and the focus with it.
  useEffect(() => notice.current?.focus(), []);

  return (
    <section ref={notice} tabIndex={-1} className="notice found" aria-labelledby="found-title">
      <h2 id="found-title" className="notice-title">
        {site ? t('import.found', { site }) : t('import.foundInText')}
      </h2>
      <p>
        {t('import.summary', {
          ingredients: recipe.ingredients.length,
          steps: recipe.steps.length,
        })}
      </p>
      {problems.length > 0 && (
        <details>
          <summary>{t('import.problems', { count: problems.length })}</summary>
          <ul className="found-problems">
            {problems.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                <strong>{t(nameOf(field))}:</strong> <span lang="en">{message}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <button type="button" className="button" onClick={onOther}>
        {t('import.other')}
      </button>
    </section>
  );
}

/** The name of a field such as `ingredients.3`. */
function nameOf(path: string): TextKey {
  const field = fields.find((name) => name === path.split('.')[0]);
  return field ? `editor.field.${field}` : 'import.problemsElse';
}
