import { useEffect, useId, useState } from 'react';
import { useText } from '../../texts/use-text.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { maxServings } from '../amounts/shown-recipe.ts';
import { MinusIcon } from './icons.tsx';

interface ServingsProps {
  /** What the recipe is shown for. */
  value: number;
  /** What it was written for. */
  own: number;
  onChange: (servings: number | undefined) => void;
}

/** For how many the recipe is shown: step by step, or typed. */
export function Servings({ value, own, onChange }: ServingsProps) {
  const t = useText();
  const id = useId();
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const set = (servings: number) => {
    if (Number.isInteger(servings) && servings >= 1 && servings <= maxServings) onChange(servings);
  };
  return (
    <div className="servings">
      <label htmlFor={id}>{t('recipe.servings')}</label>
      <div className="servings-stepper">
        <button
          type="button"
          className="button-icon"
          aria-label={t('recipe.fewer')}
          disabled={value <= 1}
          onClick={() => set(value - 1)}
        >
          <MinusIcon />
        </button>
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={text}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => {
            setText(target.value);
            set(Number(target.value));
          }}
          onBlur={() => setText(String(value))}
        />
        <button
          type="button"
          className="button-icon"
          aria-label={t('recipe.moreServings')}
          disabled={value >= maxServings}
          onClick={() => set(value + 1)}
        >
          <PlusIcon />
        </button>
      </div>
      {value !== own && (
        <button type="button" className="button-quiet" onClick={() => onChange(undefined)}>
          {t('recipe.ownServings', { count: own })}
        </button>
      )}
    </div>
  );
}
