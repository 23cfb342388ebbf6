import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { shoppingKeys } from '../../api/keys.ts';
import { shownRecipe } from '../../recipes/amounts/shown-recipe.ts';
import { recipeQuery } from '../../recipes/requests.ts';
import { useText } from '../../texts/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Bone, Loading } from '../../ui/Loading.tsx';
import { toast } from '../../ui/toasts.ts';
import { formatAmount } from '../amount.ts';
import { addToList, createList, shoppingListsQuery } from '../requests.ts';
import { useShopping } from '../use-shopping.ts';
import { itemsOf } from './items-of.ts';
import './add.css';

interface FromRecipeDialogProps {
  recipeId: string;
  servings?: number | undefined;
  onClose: () => void;
}

/** Chooses what of a recipe goes on which list. */
export default function FromRecipeDialog({ recipeId, servings, onClose }: FromRecipeDialogProps) {
  const t = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { store } = useShopping();
  const recipe = useQuery(recipeQuery(recipeId));
  const lists = useQuery(shoppingListsQuery);
  const [chosenList, setChosenList] = useState<string>();
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const listId = chosenList ?? lists.data?.items[0]?.id ?? '';
  const ingredients = recipe.data ? shownRecipe(recipe.data, servings, 'original').ingredients : [];
  const chosen = ingredients.filter((_, index) => !leftOut.has(index));
  // One key for one act: whoever changes their choice wants something else.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is made anew for each choice.
  const key = useMemo(() => crypto.randomUUID(), [listId, leftOut]);

  const add = useMutation({
    mutationFn: () => {
      const items = itemsOf(chosen, recipeId);
      if (listId !== '') return addToList(listId, { items }, key);
      return createList({ name: t('shopping.new.suggestion'), items }, key);
    },
    onSuccess: async (list) => {
      await store.take(list);
      void queries.invalidateQueries({ queryKey: shoppingKeys.lists });
      toast(t('shopping.from.done', { count: chosen.length, name: list.name }), {
        label: t('shopping.from.open'),
        run: () => void navigate(`/shopping/${list.id}`),
      });
      onClose();
    },
  });
  const toggle = (index: number) => {
    const next = new Set(leftOut);
    if (!next.delete(index)) next.add(index);
    setLeftOut(next);
  };
  const isWhole = leftOut.size === 0;
  const error = add.error ?? recipe.error ?? lists.error;

  return (
    <Dialog
      open
      title={t('shopping.from.title')}
      variant="sheet"
      onClose={onClose}
      actions={
        <button
          type="button"
          className="button button-primary"
          disabled={chosen.length === 0 || add.isPending || lists.isPending}
          onClick={() => add.mutate()}
        >
          {add.isPending
            ? t('common.pleaseWait')
            : t('shopping.from.add', { count: chosen.length })}
        </button>
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      <Field label={t('shopping.from.list')}>
        {(control) => (
          <select
            {...control}
            value={listId}
            onChange={(event) => setChosenList(event.target.value)}
          >
            {lists.data?.items.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="">{t('shopping.from.newList')}</option>
          </select>
        )}
      </Field>
      {recipe.isPending && (
        <Loading label={t('common.pleaseWait')}>
          <Bone className="bone-line" />
          <Bone className="bone-line" />
          <Bone className="bone-line bone-short" />
        </Loading>
      )}
      {recipe.data && ingredients.length === 0 && <p>{t('shopping.from.none')}</p>}
      {ingredients.length > 0 && (
        <fieldset className="from-recipe">
          <legend>{t('shopping.from.ingredients')}</legend>
          {servings !== undefined && (
            <p className="from-recipe-servings">
              {t('shopping.from.servings', { count: servings })}
            </p>
          )}
          <ul>
            {ingredients.map((ingredient, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: ingredients have no ids, and these do not move.
              <li key={index}>
                <label className="pick-row">
                  <input
                    type="checkbox"
                    checked={!leftOut.has(index)}
                    onChange={() => toggle(index)}
                  />
                  <span>
                    <b>{formatAmount(ingredient)}</b> {ingredient.name}
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="button-quiet"
            onClick={() => setLeftOut(new Set(isWhole ? ingredients.keys() : []))}
          >
            {t(isWhole ? 'shopping.from.nothing' : 'shopping.from.all')}
          </button>
        </fieldset>
      )}
    </Dialog>
  );
}
