import { useText } from '../../../texts/use-text.ts';
import { LongTextField, TextField } from './TextField.tsx';

/** The name and a few words about the dish. */
export function MainFields() {
  const t = useText();
  return (
    <>
      <TextField
        name="title"
        label={t('editor.title.label')}
        className="title-field"
        maxLength={200}
        aria-required
      />
      <LongTextField
        name="description"
        label={t('editor.description.label')}
        hint={t('editor.description.hint')}
        rows={3}
        maxLength={5000}
      />
    </>
  );
}
