import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { lazyResolver } from '../../../ui/forms/lazy-resolver.ts';
import type { Recipe, RecipeInput } from '../../recipe.ts';
import { type Draft, draftOf, emptyDraft } from './draft.ts';
import { forgetDraft, keepDraft, keptDraft } from './kept-drafts.ts';

const loadResolver = async () => (await import('./draft-resolver.ts')).draftResolver;

interface DraftFormOptions {
  userId: string;
  /** The recipe that is changed; absent for a new one. */
  recipe: Recipe | undefined;
  /** What a new recipe begins with, when it was found elsewhere. */
  found: Draft | undefined;
  /** What its draft is kept as: the id of the recipe, `new` or `import`. */
  place: string;
}

/** The form of a draft. What is written is kept on this device, and a draft that was left is taken up again. */
export function useDraftForm({ userId, recipe, found, place }: DraftFormOptions) {
  const [kept, setKept] = useState(() => (found ? undefined : keptDraft(userId, place)));
  const [base, setBase] = useState(kept?.base ?? recipe);
  // What is written on after a new recipe is stored, such as when its picture fails, is a change of that recipe.
  const keptAs = base?.id ?? place;
  const [isTouched, setTouched] = useState(kept !== undefined);
  const form = useForm<Draft, unknown, RecipeInput>({
    defaultValues: kept?.draft ?? found ?? startOf(recipe),
    resolver: lazyResolver(loadResolver),
    shouldUnregister: false,
  });

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values, name }) => {
          // A reset names no field.
          if (name === undefined && !form.formState.isDirty) return;
          setTouched(true);
          keepDraft(userId, keptAs, { keptAt: new Date().toISOString(), draft: values, base });
        },
      }),
    [form, userId, keptAs, base],
  );

  const forget = () => {
    forgetDraft(userId, keptAs);
    setKept(undefined);
    setTouched(false);
  };
  return {
    form,
    base,
    setBase,
    kept,
    /** Whether something was written that is not saved. */
    isTouched,
    /** Fetches what checks the form, ahead of its being sent. */
    prepare: () => void loadResolver().catch(() => undefined),
    /** Call it when what is written is stored: it is no draft any longer. */
    onStored: (stored: Recipe) => {
      forget();
      setBase(stored);
    },
    /** Begins anew with what is stored, or with nothing. */
    discard: () => {
      forget();
      setBase(recipe);
      form.reset(startOf(recipe));
    },
  };
}

function startOf(recipe: Recipe | undefined): Draft {
  return recipe ? draftOf(recipe) : emptyDraft();
}
