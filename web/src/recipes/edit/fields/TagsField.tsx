import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import { useText } from '../../../texts/use-text.ts';
import { Field } from '../../../ui/Field.tsx';
import { CloseIcon } from '../../../ui/icons.tsx';
import type { Draft } from '../draft/draft.ts';
import { maxTag, tagsIn } from './tags-in.ts';
import { Words } from './Words.tsx';

/** Tags, each with a button that takes it away; Enter or a comma adds what is typed, and so does leaving the field. */
export function TagsField({ suggestions }: { suggestions: readonly string[] }) {
  const t = useText();
  const id = useId();
  const { field: tags, fieldState } = useController<Draft, 'tags'>({ name: 'tags' });
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);

  const add = (text: string) => {
    setTyped('');
    const known = new Set(tags.value.map((tag) => tag.toLowerCase()));
    const added = tagsIn(text).filter((tag) => !known.has(tag.toLowerCase()));
    if (added.length > 0) tags.onChange([...tags.value, ...added]);
  };
  const remove = (tag: string) => {
    tags.onChange(tags.value.filter((other) => other !== tag));
    input.current?.focus();
  };
  const onChange = (text: string) => {
    // What is chosen from the list comes whole, at once.
    const isChosen = suggestions.includes(text) && text.length > typed.length + 1;
    if (text.includes(',') || isChosen) add(text);
    else setTyped(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      add(typed);
    }
    const last = tags.value.at(-1);
    if (event.key === 'Backspace' && typed === '' && last) remove(last);
  };

  return (
    <Field
      className="tags-field"
      label={t('editor.tags.label')}
      hint={t('editor.tags.hint')}
      error={fieldState.error?.message ?? firstMessage(fieldState.error)}
    >
      {(field) => (
        <div className="tags-box">
          {tags.value.map((tag) => (
            <span key={tag} className="tag-chip">
              {tag}
              <button
                type="button"
                aria-label={t('editor.tags.remove', { tag })}
                onClick={() => remove(tag)}
              >
                <CloseIcon />
              </button>
            </span>
          ))}
          <input
            {...field}
            ref={input}
            value={typed}
            list={`${id}-tags`}
            maxLength={maxTag}
            autoComplete="off"
            autoCapitalize="none"
            enterKeyHint="enter"
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={() => add(typed)}
          />
          <Words
            id={`${id}-tags`}
            words={suggestions.filter((word) => !tags.value.includes(word))}
          />
        </div>
      )}
    </Field>
  );
}

/** Errors of single tags lie by their number. */
function firstMessage(error: object | undefined): string | undefined {
  const [first] = Object.values(error ?? {});
  return typeof first?.message === 'string' ? first.message : undefined;
}
