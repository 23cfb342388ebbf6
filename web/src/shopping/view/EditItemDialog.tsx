import { aisles } from '@recipe-book/app/aisles/aisles';
import { readNumber } from '@recipe-book/app/ingredients/numbers';
import { useQueries } from '@tanstack/react-query';
import { type ChangeEvent, type FormEvent, useId, useState } from 'react';
import { PageLink } from '../../app/PageLink.tsx';
import { formatQuantity } from '../../recipes/format.ts';
import { recipeQuery } from '../../recipes/requests.ts';
import { useText } from '../../texts/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import type { Aisle, Item, ItemEdit } from '../types.ts';
import { longest } from './read-item.ts';

interface EditItemDialogProps {
  item: Item;
  onSave: (fields: ItemEdit) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** All that an item says, to be changed. */
export function EditItemDialog({ item, onSave, onRemove, onClose }: EditItemDialogProps) {
  const t = useText();
  const formId = useId();
  const shownQuantity = item.quantity === undefined ? '' : formatQuantity(item.quantity);
  const [draft, setDraft] = useState({
    name: item.name,
    quantity: shownQuantity,
    unit: item.unit ?? '',
    note: item.note ?? '',
    aisle: item.aisle as string,
  });
  const [errors, setErrors] = useState<{ name?: boolean; quantity?: boolean }>({});
  const bound = (field: keyof typeof draft) => ({
    value: draft[field],
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      setDraft({ ...draft, [field]: target.value }),
  });

  const save = (event: FormEvent) => {
    event.preventDefault();
    const name = draft.name.trim();
    // What is shown is rounded: who leaves it as it is means what it was.
    const quantity =
      draft.quantity === shownQuantity ? (item.quantity ?? null) : readQuantity(draft.quantity);
    setErrors({ name: name === '', quantity: quantity === undefined });
    if (name === '' || quantity === undefined) return;
    const [unit, note] = [draft.unit.trim() || null, draft.note.trim() || null];
    onSave(changesTo(item, { name, quantity, unit, note, aisle: draft.aisle as Aisle }));
    onClose();
  };

  return (
    <Dialog
      open
      title={t('shopping.item.title')}
      onClose={onClose}
      actions={
        <>
          <button
            type="button"
            className="button shop-item-remove"
            onClick={() => {
              onRemove();
              onClose();
            }}
          >
            {t('shopping.item.remove')}
          </button>
          <button type="submit" form={formId} className="button button-primary">
            {t('common.save')}
          </button>
        </>
      }
    >
      <form id={formId} className="shop-item-form" onSubmit={save} noValidate>
        <Field
          label={t('shopping.item.name')}
          error={errors.name ? t('field.required') : undefined}
        >
          {(control) => <input {...control} {...bound('name')} maxLength={longest.name} />}
        </Field>
        <div className="shop-item-amount">
          <Field
            label={t('shopping.item.quantity')}
            hint={t('shopping.item.quantityHint')}
            error={errors.quantity ? t('shopping.item.quantityWrong') : undefined}
          >
            {(control) => <input {...control} {...bound('quantity')} autoComplete="off" />}
          </Field>
          <Field label={t('shopping.item.unit')}>
            {(control) => <input {...control} {...bound('unit')} maxLength={longest.unit} />}
          </Field>
        </div>
        <Field label={t('shopping.item.note')}>
          {(control) => <input {...control} {...bound('note')} maxLength={longest.note} />}
        </Field>
        <Field label={t('shopping.item.aisle')}>
          {(control) => (
            <select {...control} {...bound('aisle')}>
              {aisles.map((aisle) => (
                <option key={aisle} value={aisle}>
                  {t(`shopping.aisle.${aisle}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {item.recipeIds.length > 0 && <Origin recipeIds={item.recipeIds} />}
      </form>
    </Dialog>
  );
}

/** The recipes that an item is for, as far as they can be had. */
function Origin({ recipeIds }: { recipeIds: readonly string[] }) {
  const t = useText();
  const recipes = useQueries({ queries: recipeIds.slice(0, mostRecipes).map(recipeQuery) });
  const found = recipes.flatMap(({ data }) => data ?? []);
  if (found.length === 0) return null;
  return (
    <div className="shop-origin">
      <p>{t('shopping.item.recipes')}</p>
      <ul>
        {found.map(({ id, title }) => (
          <li key={id}>
            <PageLink page="recipeView" to={`/recipes/${id}`}>
              {title}
            </PageLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Recipes that are shown of an item. */
const mostRecipes = 10;
const largest = 1_000_000;

/** `null` for nothing, `undefined` for what is no quantity. */
function readQuantity(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const read = readNumber(text, 0);
  return read && read.end === text.length && read.value <= largest ? read.value : undefined;
}

type ItemFields = Required<Pick<ItemEdit, 'name' | 'quantity' | 'unit' | 'note' | 'aisle'>>;

/** Only what differs: the rest may be changed on another device meanwhile. Quantity and unit go together. */
function changesTo(item: Item, fields: ItemFields): ItemEdit {
  const { name, quantity, unit, note, aisle } = fields;
  const amountDiffers = quantity !== (item.quantity ?? null) || unit !== (item.unit ?? null);
  return {
    ...(name !== item.name && { name }),
    ...(note !== (item.note ?? null) && { note }),
    ...(aisle !== item.aisle && { aisle }),
    ...(amountDiffers && { quantity, unit }),
  };
}
