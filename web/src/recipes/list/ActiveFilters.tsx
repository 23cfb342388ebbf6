import { useText } from '../../texts/use-text.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { formatMinutes } from '../format.ts';
import { filterNames, type RecipeFilter } from './filter.ts';
import type { FilterChanges } from './use-filter.ts';

interface ActiveFiltersProps {
  filter: RecipeFilter;
  onChange: (changes: FilterChanges) => void;
}

/** What the list is narrowed to; a press takes it away. */
export function ActiveFilters({ filter, onChange }: ActiveFiltersProps) {
  const t = useText();
  const active = filterNames.filter((name) => filter[name] !== undefined);
  if (active.length === 0) return null;
  const nameOf = (name: (typeof filterNames)[number]) => {
    if (name === 'q') return t('recipes.filter.words', { words: filter.q ?? '' });
    if (name !== 'maxMinutes') return filter[name] ?? '';
    return t('recipes.filter.upTo', { time: formatMinutes(filter.maxMinutes) ?? '' });
  };
  return (
    <ul className="active-filters" aria-label={t('recipes.filter.active')}>
      {active.map((name) => (
        <li key={name}>
          <button
            type="button"
            className="filter-choice"
            aria-label={t('recipes.filter.remove', { name: nameOf(name) })}
            onClick={() => onChange({ [name]: undefined })}
          >
            {nameOf(name)}
            <CloseIcon />
          </button>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <ClearFilters className="button-quiet" onChange={onChange} />
        </li>
      )}
    </ul>
  );
}

interface ClearFiltersProps {
  className: string;
  onChange: (changes: FilterChanges) => void;
}

/** Takes every filter away; the order stays. */
export function ClearFilters({ className, onChange }: ClearFiltersProps) {
  const t = useText();
  const none = Object.fromEntries(filterNames.map((name) => [name, undefined]));
  return (
    <button type="button" className={className} onClick={() => onChange(none)}>
      {t('recipes.filter.clear')}
    </button>
  );
}
