import { type FormEvent, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { isConflict } from '../../api/api-error.ts';
import { endFlow, type Flow } from '../../telemetry/signals.ts';
import { useText } from '../../texts/use-text.ts';
import { toast } from '../../ui/toasts.ts';
import type { Recipe, RecipeInput } from '../recipe.ts';
import { RecipeConflict } from './conflict/RecipeConflict.tsx';
import { DraftNotice } from './DraftNotice.tsx';
import { type Draft, draftOf } from './draft/draft.ts';
import { useDraftForm } from './draft/use-draft-form.ts';
import { FormFields } from './FormFields.tsx';
import { PictureField } from './picture/PictureField.tsx';
import type { PictureState } from './picture/use-picture.ts';
import { readRecipe } from './requests.ts';
import { SaveBar } from './SaveBar.tsx';
import { useSaveRecipe } from './save/use-save-recipe.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import './edit.css';

interface RecipeFormProps {
  userId: string;
  /** The recipe that is changed; absent for a new one. */
  recipe?: Recipe;
  /** What a new recipe begins with, and pictures for it, when it was found on another site. */
  found?: { draft: Draft; images: readonly string[] } | undefined;
  /** What the draft is kept as; default: by the recipe, or as that of a new one. */
  place?: string;
  picture: PictureState;
  flow?: Flow;
  /** Called when the draft is discarded, where there is nothing to begin anew with. */
  onDiscard?: () => void;
}

/** Two versions of a recipe, to be made one. */
interface Conflict {
  mine: RecipeInput;
  theirs: Recipe;
}

/** The form of a recipe, for a new one and for one that is changed. */
export function RecipeForm(props: RecipeFormProps) {
  const { userId, recipe, found, picture, flow, place = recipe?.id ?? 'new' } = props;
  const t = useText();
  const navigate = useNavigate();
  const draft = useDraftForm({ userId, recipe, found: found?.draft, place });
  const { form } = draft;
  const { mutation, base, progress } = useSaveRecipe(draft.base, draft.onStored);
  const [conflict, setConflict] = useState<Conflict>();
  const isUnsaved = draft.isTouched || picture.change !== undefined;
  const letGo = useLeaveGuard(isUnsaved);

  const save = async (input: RecipeInput) => {
    try {
      const saved = await mutation.mutateAsync({ input, picture: picture.change });
      letGo();
      if (flow) endFlow(flow, 'done');
      toast(t('editor.saved', { title: saved.title }));
      void navigate(`/recipes/${saved.id}`, { replace: recipe !== undefined });
    } catch (error) {
      if (!isConflict(error) || !base.current) return;
      // When that fails too, the notice says that it was changed meanwhile, and offers to try again.
      const theirs = await readRecipe(base.current.id).catch(() => undefined);
      if (theirs) setConflict({ mine: input, theirs });
    }
  };
  const onChoose = async ({ theirs }: Conflict, chosen: RecipeInput) => {
    setConflict(undefined);
    base.current = theirs;
    draft.setBase(theirs);
    form.reset(draftOf(chosen), { keepDefaultValues: true });
    await save(chosen);
  };
  const discard = () => {
    draft.discard();
    base.current = recipe;
    picture.reset();
    mutation.reset();
    letGo();
    props.onDiscard?.();
  };
  const onSubmit = (event: FormEvent) => {
    // What is pasted or fetched has a form of its own within.
    event.stopPropagation();
    void form.handleSubmit(save)(event);
  };
  // The text is saved and the picture is not: what is left to do is at the picture.
  const isPictureLeft = mutation.isError && progress !== undefined;

  return (
    <FormProvider {...form}>
      {draft.kept && <DraftNotice keptAt={draft.kept.keptAt} onDiscard={discard} />}
      <form onSubmit={onSubmit} onFocus={draft.prepare} noValidate>
        <fieldset className="whole-form" disabled={mutation.isPending}>
          <FormFields>
            <PictureField
              state={picture}
              stored={(base.current ?? draft.base)?.image}
              progress={mutation.isPending ? progress : undefined}
              error={isPictureLeft ? mutation.error : undefined}
              {...(found && { found: found.images })}
            />
          </FormFields>
        </fieldset>
        <SaveBar
          saving={mutation}
          isPictureLeft={isPictureLeft}
          savedId={isPictureLeft ? base.current?.id : undefined}
          isUnsaved={isUnsaved}
          isChoosing={conflict !== undefined}
          isWaiting={picture.isTaking}
          cancelTo={recipe ? `/recipes/${recipe.id}` : '/recipes'}
          onDiscard={discard}
          onRetry={() => void form.handleSubmit(save)()}
        />
      </form>
      {conflict && base.current && (
        <RecipeConflict
          {...conflict}
          base={base.current}
          onChoose={(chosen) => onChoose(conflict, chosen)}
          onClose={() => setConflict(undefined)}
        />
      )}
    </FormProvider>
  );
}
