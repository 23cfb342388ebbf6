import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { PageLink } from '../../app/PageLink.tsx';
import { useText } from '../../texts/use-text.ts';
import { Field } from '../../ui/Field.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { ImportFailure } from './ImportFailure.tsx';
import { type ImportResult, type ImportSource, importRecipe, sourceOfText } from './requests.ts';

type Way = 'address' | 'text';

/** Where the recipe is: an address, or the source of a page that only its reader can open. */
export function SourceForm({ onFound }: { onFound: (result: ImportResult) => void }) {
  const t = useText();
  const [params] = useSearchParams();
  const [way, setWay] = useState<Way>('address');
  const [url, setUrl] = useState(() => sharedAddress(params));
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const reading = useMutation({
    mutationFn: importRecipe,
    onSuccess: onFound,
    meta: { showsWait: true },
  });

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const source = way === 'address' ? sourceOfAddress(url) : sourceOfText(text);
    const isGiven = way === 'address' ? source !== undefined : text.trim() !== '';
    setMissing(!isGiven);
    if (isGiven && source) reading.mutate(source);
  };

  return (
    <form className="import-form" onSubmit={onSubmit} noValidate>
      <p className="lead">{t('import.lead')}</p>
      <fieldset className="import-ways">
        <legend className="visually-hidden">{t('import.how')}</legend>
        {(['address', 'text'] as const).map((each) => (
          <label key={each} className="import-way">
            <input
              type="radio"
              name="way"
              checked={way === each}
              onChange={() => {
                setWay(each);
                setMissing(false);
              }}
            />
            {t(each === 'address' ? 'import.byAddress' : 'import.byText')}
          </label>
        ))}
      </fieldset>
      {way === 'address' ? (
        <Field label={t('import.address')} error={isMissing ? t('field.url') : undefined}>
          {(field) => (
            <input
              {...field}
              type="url"
              inputMode="url"
              name="url"
              value={url}
              placeholder="https://"
              maxLength={2048}
              autoComplete="off"
              enterKeyHint="go"
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
      ) : (
        <Field
          label={t('import.text')}
          hint={t('import.textHint')}
          error={isMissing ? t('field.required') : undefined}
        >
          {(field) => (
            <textarea
              {...field}
              className="import-text"
              value={text}
              rows={10}
              spellCheck={false}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      )}
      <RateLimitNotice reason={reading.isPending ? reading.failureReason : null} />
      {reading.isError && <ImportFailure error={reading.error} />}
      <div className="import-actions">
        <button type="submit" className="button button-primary" disabled={reading.isPending}>
          {reading.isPending ? t('import.reading') : t('import.read')}
        </button>
        <PageLink page="recipeNew" to="/recipes/new" className="button-quiet">
          {t('import.write')}
        </PageLink>
      </div>
    </form>
  );
}

/** The address that another app hands over (Web Share Target); Android puts it into the text, among words. */
function sharedAddress(params: URLSearchParams): string {
  const text = params.get('text') ?? '';
  return params.get('url') || (/https?:\/\/\S+/i.exec(text)?.[0] ?? text);
}

/** People leave `https://` out; other schemes are refused. */
function sourceOfAddress(text: string): ImportSource | undefined {
  const address = text.trim();
  const url = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  return address !== '' && /^https?:$/.test(URL.parse(url)?.protocol ?? '') ? { url } : undefined;
}
