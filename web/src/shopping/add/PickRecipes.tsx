import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useText } from '../../texts/use-text.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Bone, Loading } from '../../ui/Loading.tsx';
import { recipesToBuyQuery } from '../requests.ts';

/** Chosen recipes by id, with the servings wanted; without, as the recipe says. */
export type Picked = ReadonlyMap<string, number | undefined>;

interface PickRecipesProps {
  /** What is searched for. */
  text: string;
  picked: Picked;
  onPick: (picked: Picked) => void;
}

const mostServings = 1000;

/** Recipes to choose from, each with its servings once it is chosen. */
export function PickRecipes({ text, picked, onPick }: PickRecipesProps) {
  const t = useText();
  const recipes = useQuery({ ...recipesToBuyQuery(text), placeholderData: keepPreviousData });
  const pick = (id: string, servings: number | undefined) =>
    onPick(new Map([...picked, [id, servings]]));
  const toggle = (id: string, servings: number | undefined) => {
    if (picked.has(id)) onPick(new Map([...picked].filter(([other]) => other !== id)));
    else pick(id, servings);
  };
  if (recipes.isError) {
    return <ErrorNotice error={recipes.error} onRetry={() => void recipes.refetch()} />;
  }
  if (recipes.isPending) {
    return (
      <Loading label={t('common.pleaseWait')}>
        <Bone className="bone-line" />
        <Bone className="bone-line" />
      </Loading>
    );
  }
  if (recipes.data.items.length === 0) return <p>{t('shopping.fill.noRecipes')}</p>;
  return (
    <ul>
      {recipes.data.items.map(({ id, title, servings }) => (
        <li key={id} className="pick-recipe">
          <label className="pick-row">
            <input type="checkbox" checked={picked.has(id)} onChange={() => toggle(id, servings)} />
            <span>{title}</span>
          </label>
          {picked.has(id) && servings !== undefined && (
            <input
              type="number"
              className="pick-servings"
              aria-label={t('shopping.fill.servings', { title })}
              min={1}
              max={mostServings}
              value={picked.get(id) ?? ''}
              onChange={({ target }) => {
                const wanted = Math.round(target.valueAsNumber);
                pick(id, wanted >= 1 && wanted <= mostServings ? wanted : undefined);
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
