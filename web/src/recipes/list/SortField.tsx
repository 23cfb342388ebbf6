import type { TextKey } from '../../texts/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { type RecipeFilter, sorts } from './filter.ts';
import type { FilterChanges } from './use-filter.ts';

interface SortFieldProps {
  filter: RecipeFilter;
  onChange: (changes: FilterChanges) => void;
}

const names: Record<(typeof sorts)[number], TextKey> = {
  newest: 'recipes.sort.newest',
  title: 'recipes.sort.title',
  time: 'recipes.sort.time',
  rating: 'recipes.sort.rating',
};

/** The order of the list. Without a choice it is the best match first, or the newest where nothing is looked for. */
export function SortField({ filter, onChange }: SortFieldProps) {
  const t = useText();
  const choices = filter.q === undefined ? sorts.filter((sort) => sort !== 'newest') : sorts;
  return (
    <select
      className="list-sort"
      aria-label={t('recipes.sort')}
      value={filter.sort ?? ''}
      onChange={({ target }) => onChange({ sort: sorts.find((sort) => sort === target.value) })}
    >
      <option value="">
        {t(filter.q === undefined ? 'recipes.sort.newest' : 'recipes.sort.best')}
      </option>
      {choices.map((sort) => (
        <option key={sort} value={sort}>
          {t(names[sort])}
        </option>
      ))}
    </select>
  );
}
