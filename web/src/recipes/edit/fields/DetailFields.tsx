import { useId } from 'react';
import { useText } from '../../../texts/use-text.ts';
import { TagsField } from './TagsField.tsx';
import { TextField } from './TextField.tsx';
import { useSuggestions } from './use-suggestions.ts';
import { Words } from './Words.tsx';

/** What helps to find the recipe again. */
export function DetailFields() {
  const t = useText();
  const id = useId();
  const { tags, cuisines, dishTypes } = useSuggestions();
  return (
    <fieldset className="rows">
      <legend>{t('editor.details')}</legend>
      <div className="details">
        <TextField
          name="cuisine"
          label={t('editor.cuisine.label')}
          maxLength={60}
          list={`${id}-cuisines`}
        />
        <TextField
          name="dishType"
          label={t('editor.dishType.label')}
          maxLength={60}
          list={`${id}-dishes`}
        />
        <TagsField suggestions={tags} />
        <TextField
          name="sourceUrl"
          label={t('editor.sourceUrl.label')}
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={2048}
        />
      </div>
      <Words id={`${id}-cuisines`} words={cuisines} />
      <Words id={`${id}-dishes`} words={dishTypes} />
    </fieldset>
  );
}
