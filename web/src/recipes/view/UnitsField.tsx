import { useId } from 'react';
import type { TextKey } from '../../texts/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { type UnitsChoice, unitsChoices } from '../amounts/units-choice.ts';

interface UnitsFieldProps {
  value: UnitsChoice;
  onChange: (units: UnitsChoice) => void;
}

const names: Record<UnitsChoice, TextKey> = {
  original: 'recipe.units.original',
  metric: 'recipe.units.metric',
  us: 'recipe.units.us',
};

/** Which units amounts and oven temperatures are shown in. */
export function UnitsField({ value, onChange }: UnitsFieldProps) {
  const t = useText();
  const name = useId();
  return (
    <fieldset className="units" aria-label={t('recipe.units')}>
      {unitsChoices.map((choice) => (
        <label key={choice} className="units-choice">
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={choice === value}
            onChange={() => onChange(choice)}
          />
          {t(names[choice])}
        </label>
      ))}
    </fieldset>
  );
}
