import { useState } from 'react';
import { useText } from '../../../texts/use-text.ts';
import { Field } from '../../../ui/Field.tsx';

interface AddressFieldProps {
  /** Addresses to begin with. */
  found: readonly string[];
  onTake: (url: string) => void;
  isBusy: boolean;
}

/** Where on the web a picture is to be fetched from. */
export function AddressField({ found, onTake, isBusy }: AddressFieldProps) {
  const t = useText();
  const [url, setUrl] = useState(found[0] ?? '');
  const [isMissing, setMissing] = useState(false);
  const take = () => {
    const isGiven = /^https?:\/\/\S/.test(url.trim());
    setMissing(!isGiven);
    if (isGiven) onTake(url.trim());
  };
  return (
    <div className="picture-address">
      <Field
        label={t('editor.picture.address')}
        hint={t('editor.picture.addressHint')}
        error={isMissing ? t('field.url') : undefined}
      >
        {(field) => (
          <input
            {...field}
            type="url"
            inputMode="url"
            value={url}
            maxLength={2048}
            autoComplete="off"
            onChange={(event) => setUrl(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              take();
            }}
          />
        )}
      </Field>
      <button type="button" className="button" disabled={isBusy} onClick={take}>
        {t('editor.picture.fetch')}
      </button>
      {found.length > 1 && (
        <button
          type="button"
          className="button-quiet"
          disabled={isBusy}
          onClick={() => {
            const next = found[(found.indexOf(url) + 1) % found.length] ?? url;
            setUrl(next);
            onTake(next);
          }}
        >
          {t('editor.picture.next', { count: found.length })}
        </button>
      )}
    </div>
  );
}
