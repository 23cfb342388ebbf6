import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageLink } from '../../app/PageLink.tsx';
import { useText } from '../../texts/use-text.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Bone, Loading } from '../../ui/Loading.tsx';
import { CheckIcon } from '../../ui/page-icons.tsx';
import { RateLimitNotice } from '../../ui/RateLimitNotice.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import { RecipePicture } from '../picture/RecipePicture.tsx';
import { type PickableRecipe, pickQuery } from './requests.ts';
import './picker.css';

interface RecipePickerProps {
  /** What is typed. */
  words: string;
  onWords: (words: string) => void;
  onPick: (recipe: PickableRecipe) => void;
  /** Ids of the recipes that are picked already. */
  picked?: ReadonlySet<string>;
  /** What else can be made of what is typed. */
  children?: ReactNode;
}

/** A field to look for recipes, and those found to choose from. */
export function RecipePicker({ words, onWords, onPick, picked, children }: RecipePickerProps) {
  const t = useText();
  const found = useQuery(pickQuery(useDebounced(words.trim())));
  const { data } = found;
  return (
    <div className="picker">
      <Field label={t('pick.search')}>
        {(control) => (
          <input
            {...control}
            ref={focusFirst}
            type="search"
            maxLength={100}
            autoComplete="off"
            enterKeyHint="search"
            value={words}
            onChange={(event) => onWords(event.target.value)}
          />
        )}
      </Field>
      {children}
      <RateLimitNotice reason={found.isFetching ? found.failureReason : null} />
      {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PickerLoading />}
      {data && (
        <>
          <p role="status" className="picker-count">
            {data.total === 0
              ? t(words.trim() === '' ? 'pick.none' : 'pick.noneFound')
              : t('pick.count', { shown: data.items.length, total: data.total })}
          </p>
          {data.total === 0 && words.trim() === '' && (
            <PageLink page="recipeNew" to="/recipes/new" className="button">
              {t('nav.addRecipe')}
            </PageLink>
          )}
          <ul className="picker-list" aria-busy={found.isPlaceholderData}>
            {data.items.map((recipe) => (
              <li key={recipe.id}>
                <PickButton
                  recipe={recipe}
                  isPicked={picked?.has(recipe.id)}
                  onPick={() => onPick(recipe)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Has a dialog begin with the field; on touch screens the keyboard would cover what there is to pick. */
function focusFirst(input: HTMLInputElement | null): void {
  if (window.matchMedia?.('(pointer: fine)').matches) input?.setAttribute('autofocus', '');
}

interface PickButtonProps {
  recipe: PickableRecipe;
  /** Whether it is chosen; undefined where choosing one is the end of it. */
  isPicked: boolean | undefined;
  onPick: () => void;
}

function PickButton({ recipe, isPicked, onPick }: PickButtonProps) {
  return (
    <button type="button" className="pick" aria-pressed={isPicked} onClick={onPick}>
      <span className="pick-picture">
        <RecipePicture recipe={recipe} sizes="3.5rem" />
      </span>
      <span className="pick-title">{recipe.title}</span>
      <span className="pick-mark">{isPicked ? <CheckIcon /> : <PlusIcon />}</span>
    </button>
  );
}

function PickerLoading() {
  const t = useText();
  return (
    <Loading label={t('pick.loading')}>
      {['a', 'b', 'c', 'd'].map((key) => (
        <Bone key={key} className="bone-pick" />
      ))}
    </Loading>
  );
}
