import { type FormEvent, useMemo, useRef, useState } from 'react';
import { ApiError } from '../../api/api-error.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { useFocusFirstInvalid } from '../../ui/use-focus-first-invalid.ts';
import { checkDraft, type DraftErrors } from './check-draft.ts';
import { DetailFields } from './DetailFields.tsx';
import { withoutEmptyRows } from './draft.ts';
import { IngredientRows } from './IngredientRows.tsx';
import { MainFields } from './MainFields.tsx';
import { StepRows } from './StepRows.tsx';
import { useDraft } from './use-draft.ts';
import { useSaveRecipe } from './use-save-recipe.ts';

/** The form of a new recipe; it is checked here first, and the server's objections show in place. */
export function RecipeForm({ userId }: { userId: string }) {
  const { draft, touched, change, discard, bind } = useDraft(userId);
  const [found, setFound] = useState<DraftErrors>({});
  const save = useSaveRecipe(discard);
  const form = useRef<HTMLFormElement>(null);
  const errors = useMemo(() => ({ ...found, ...refusals(save.error) }), [found, save.error]);
  useFocusFirstInvalid(form, errors);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const tidy = withoutEmptyRows(draft);
    change(tidy);
    save.reset();
    const result = checkDraft(tidy);
    setFound('errors' in result ? result.errors : {});
    if ('input' in result) save.mutate(result.input);
  };
  const onDiscard = () => {
    if (!window.confirm('Discard everything you wrote for this recipe?')) return;
    discard();
    setFound({});
    save.reset();
  };

  return (
    <form ref={form} onSubmit={onSubmit} noValidate>
      <fieldset className="whole-form" disabled={save.isPending}>
        <MainFields bind={bind} errors={errors} />
        <IngredientRows
          rows={draft.ingredients}
          errors={errors}
          onChange={(ingredients) => change({ ingredients })}
        />
        <StepRows rows={draft.steps} errors={errors} onChange={(steps) => change({ steps })} />
        <DetailFields bind={bind} errors={errors} />
      </fieldset>
      <RateLimitNotice reason={save.isPending ? save.failureReason : null} />
      {save.isError && <ErrorNotice error={save.error} />}
      {Object.keys(found).length > 0 && (
        <p className="form-errors" role="alert">
          The recipe is not saved yet: please look at the fields marked above.
        </p>
      )}
      <div className="form-actions">
        <button type="submit" className="button button-primary" disabled={save.isPending}>
          {save.isPending ? 'Saving …' : 'Save the recipe'}
        </button>
        {touched && (
          <button
            type="button"
            className="button-quiet"
            disabled={save.isPending}
            onClick={onDiscard}
          >
            Discard the draft
          </button>
        )}
      </div>
    </form>
  );
}

function refusals(error: unknown): DraftErrors {
  if (!(error instanceof ApiError)) return {};
  return Object.fromEntries(error.fields.map(({ path, message }) => [path, message]));
}
