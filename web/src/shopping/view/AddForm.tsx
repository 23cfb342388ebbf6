import { type ClipboardEvent, type FormEvent, useId, useState } from 'react';
import { useText } from '../../texts/use-text.ts';

/** Longest line that is read, characters, as for ingredients. */
const longestLine = 500;

/** Takes what somebody types, such as `2 l milk`, and several lines when they are pasted. */
export function AddForm({ onAdd }: { onAdd: (text: string) => void }) {
  const t = useText();
  const id = useId();
  const [text, setText] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    onAdd(text);
    setText('');
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text').trim();
    if (!pasted.includes('\n')) return;
    event.preventDefault();
    onAdd(pasted);
  };

  return (
    <form className="shop-add-form" onSubmit={submit}>
      <label htmlFor={id} className="visually-hidden">
        {t('shopping.add.label')}
      </label>
      <input
        id={id}
        value={text}
        maxLength={longestLine}
        placeholder={t('shopping.add.placeholder')}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => setText(event.target.value)}
        onPaste={paste}
      />
      <button type="submit" className="button button-primary">
        {t('shopping.add.button')}
      </button>
    </form>
  );
}
