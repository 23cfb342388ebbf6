import { useId } from 'react';

interface ChoiceProps<Value extends string> {
  legend: string;
  /** What else a choice does. */
  hint?: string;
  options: readonly { value: Value; label: string; lang?: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of few, side by side: radio buttons that look like a switch. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, hint, options, value, onChange } = props;
  const name = useId();
  const hintId = `${name}-hint`;
  return (
    <fieldset className="settings-choice" aria-describedby={hint ? hintId : undefined}>
      <legend>{legend}</legend>
      <div className="settings-choice-options">
        {options.map((option) => (
          <label key={option.value} lang={option.lang}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hint && (
        <p id={hintId} className="field-hint">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
