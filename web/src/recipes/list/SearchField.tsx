import { useEffect, useRef, useState } from 'react';
import { useText } from '../../texts/use-text.ts';
import { longestSearch } from './filter.ts';
import { SearchIcon } from './icons.tsx';

/** The pause in typing after which the search begins, ms. */
const pause = 300;

interface SearchFieldProps {
  /** What is being looked for. */
  value: string;
  onChange: (value: string) => void;
}

/** Looks for words while they are typed; Enter does so at once. */
export function SearchField({ value, onChange }: SearchFieldProps) {
  const t = useText();
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = (next: string) => {
    clearTimeout(timer.current);
    sent.current = next.trim();
    onChange(sent.current);
  };

  useEffect(() => {
    // Changed from elsewhere, such as by taking the filter away.
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <search>
      <form
        className="search-field"
        onSubmit={(event) => {
          event.preventDefault();
          send(text);
        }}
      >
        <SearchIcon />
        <input
          type="search"
          name="q"
          value={text}
          maxLength={longestSearch}
          aria-label={t('recipes.search')}
          placeholder={t('recipes.searchHint')}
          autoComplete="off"
          enterKeyHint="search"
          onChange={({ target }) => {
            setText(target.value);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => send(target.value), target.value === '' ? 0 : pause);
          }}
        />
      </form>
    </search>
  );
}
