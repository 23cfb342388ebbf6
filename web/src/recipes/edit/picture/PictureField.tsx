import { type DragEvent, useEffect, useId, useState } from 'react';
import { useText } from '../../../texts/use-text.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { RateLimitNotice } from '../../../ui/RateLimitNotice.tsx';
import type { Recipe } from '../../recipe.ts';
import { PictureIcon } from '../icons.tsx';
import { AddressField } from './AddressField.tsx';
import { PicturePreview } from './PicturePreview.tsx';
import { pictureErrorKey } from './picture-error.ts';
import type { PictureState } from './use-picture.ts';
import './picture.css';

interface PictureFieldProps {
  state: PictureState;
  /** The picture that the recipe has. */
  stored: Recipe['image'];
  /** How much of a new one is sent, from 0 to 1. */
  progress: number | undefined;
  /** What went wrong when it was sent. */
  error: unknown;
  /** Pictures on the page that the recipe was found on. */
  found?: readonly string[];
}

/** The picture of a recipe: chosen, dropped, pasted, photographed or fetched, and shown at once. */
export function PictureField({ state, stored, progress, error, found = [] }: PictureFieldProps) {
  const t = useText();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const [byAddress, setByAddress] = useState(false);
  const { change, take } = state;
  const shown = change ? (change.kind === 'new' ? change.picture : undefined) : stored;
  const wrong = state.error ?? error;
  const wrongKey = pictureErrorKey(wrong);

  useEffect(() => {
    const onPaste = ({ clipboardData }: ClipboardEvent) => {
      const picture = pictureIn(clipboardData);
      // A text that is copied from some programs comes with a picture of itself.
      if (picture && !clipboardData?.types.includes('text/plain')) take(picture);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [take]);

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const picture = event.dataTransfer.files[0];
    if (picture) take(picture);
  };

  return (
    <fieldset className="picture">
      <legend className="visually-hidden">{t('editor.picture')}</legend>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way of several, the buttons are another. */}
      <div
        className={`picture-frame ${isOver ? 'picture-over' : ''}`}
        aria-busy={state.isTaking}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {shown instanceof Blob && (
          <PicturePreview picture={shown} label={t('editor.picture.new')} />
        )}
        {shown && !(shown instanceof Blob) && (
          <img
            className="picture-shown"
            src={shown.urls.at(-1)?.url}
            srcSet={shown.urls.map(({ url, width }) => `${url} ${width}w`).join()}
            sizes="(width < 48rem) 100vw, 20rem"
            width={shown.width}
            height={shown.height}
            alt={t('editor.picture.present')}
          />
        )}
        {!shown && (
          <p className="picture-none">
            <PictureIcon />
            {t('editor.picture.none')}
          </p>
        )}
        {progress !== undefined && progress < 1 && (
          <progress
            className="picture-progress"
            value={progress}
            aria-label={t('editor.picture.sending')}
          />
        )}
        {(state.isTaking || progress === 1) && (
          <p className="picture-busy" role="status">
            {t('common.pleaseWait')}
          </p>
        )}
      </div>
      <div className="picture-ways">
        <label className="button" htmlFor={`${id}-file`}>
          {shown ? t('editor.picture.other') : t('editor.picture.choose')}
        </label>
        <input
          id={`${id}-file`}
          className="visually-hidden"
          type="file"
          accept="image/*"
          onChange={(event) => takeFrom(event.target, take)}
        />
        <label className="button picture-camera" htmlFor={`${id}-camera`}>
          {t('editor.picture.photograph')}
        </label>
        <input
          id={`${id}-camera`}
          className="visually-hidden picture-camera"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => takeFrom(event.target, take)}
        />
        <button
          type="button"
          className="button-quiet"
          aria-expanded={byAddress}
          onClick={() => setByAddress(!byAddress)}
        >
          {t('editor.picture.byAddress')}
        </button>
        {shown && (
          <button type="button" className="button-quiet" onClick={state.remove}>
            {t('editor.picture.remove')}
          </button>
        )}
        {change?.kind === 'removed' && stored && (
          <button type="button" className="button-quiet" onClick={state.reset}>
            {t('common.undo')}
          </button>
        )}
      </div>
      {byAddress && <AddressField found={found} onTake={take} isBusy={state.isTaking} />}
      <RateLimitNotice reason={state.isTaking ? state.waitsFor : null} />
      {wrongKey && (
        <p className="field-error" role="alert">
          {t(wrongKey)}
        </p>
      )}
      {Boolean(wrong) && !wrongKey && <ErrorNotice error={wrong} />}
    </fieldset>
  );
}

function takeFrom(input: HTMLInputElement, take: (picture: Blob) => void): void {
  const [picture] = input.files ?? [];
  if (picture) take(picture);
  // The same file may be chosen again.
  input.value = '';
}

function pictureIn(data: DataTransfer | null): File | undefined {
  return [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));
}
