import type { Label } from '@recipe-book/app/schemas/recipes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../texts/use-text.ts';
import { formatMinutes } from '../format.ts';
import { recipeLabelsQuery } from '../requests.ts';
import type { RecipeFilter } from './filter.ts';
import type { FilterChanges } from './use-filter.ts';

interface FilterFieldsProps {
  filter: RecipeFilter;
  onChange: (changes: FilterChanges) => void;
}

const times = [15, 30, 45, 60, 120];
/** Labels that are shown at first. */
const shownAtFirst = 10;

/** Everything that the list can be narrowed to; each press counts at once. */
export function FilterFields({ filter, onChange }: FilterFieldsProps) {
  const t = useText();
  const { data, isLoading } = useQuery(recipeLabelsQuery);
  return (
    // More choices come when it has answered.
    <div className="filters" aria-busy={isLoading}>
      <ChoiceGroup
        title={t('recipes.filter.time')}
        choices={times.map((minutes) => ({
          value: String(minutes),
          name: formatMinutes(minutes) ?? '',
        }))}
        chosen={filter.maxMinutes === undefined ? undefined : String(filter.maxMinutes)}
        onChoose={(value) => onChange({ maxMinutes: value === undefined ? value : Number(value) })}
      />
      <ChoiceGroup
        title={t('recipes.filter.tag')}
        choices={choicesOf(data?.tags, filter.tag)}
        chosen={filter.tag}
        onChoose={(tag) => onChange({ tag })}
      />
      <ChoiceGroup
        title={t('recipes.filter.cuisine')}
        choices={choicesOf(data?.cuisines, filter.cuisine)}
        chosen={filter.cuisine}
        onChoose={(cuisine) => onChange({ cuisine })}
      />
      <ChoiceGroup
        title={t('recipes.filter.dishType')}
        choices={choicesOf(data?.dishTypes, filter.dishType)}
        chosen={filter.dishType}
        onChoose={(dishType) => onChange({ dishType })}
      />
    </div>
  );
}

interface Choice {
  value: string;
  name: string;
  /** How many recipes have it. */
  count?: number;
}

/** The labels there are, and the chosen one also when no recipe has it any more. */
function choicesOf(labels: readonly Label[] = [], chosen: string | undefined): Choice[] {
  const choices = labels.map(({ name, count }) => ({ value: name, name, count }));
  if (chosen === undefined || labels.some(({ name }) => isSame(name, chosen))) return choices;
  return [{ value: chosen, name: chosen }, ...choices];
}

interface ChoiceGroupProps {
  title: string;
  choices: Choice[];
  chosen: string | undefined;
  onChoose: (value: string | undefined) => void;
}

function ChoiceGroup({ title, choices, chosen, onChoose }: ChoiceGroupProps) {
  const t = useText();
  const [all, setAll] = useState(false);
  if (choices.length === 0) return null;
  const shown = all ? choices : choices.slice(0, shownAtFirst);
  return (
    <fieldset className="filter-group">
      <legend>{title}</legend>
      <div className="filter-choices">
        {shown.map(({ value, name, count }) => {
          const isChosen = chosen !== undefined && isSame(value, chosen);
          return (
            <button
              key={value}
              type="button"
              className="filter-choice"
              aria-pressed={isChosen}
              onClick={() => onChoose(isChosen ? undefined : value)}
            >
              {name}
              {count !== undefined && <span className="filter-choice-count">{count}</span>}
            </button>
          );
        })}
        {choices.length > shown.length && (
          <button
            type="button"
            className="filter-choice filter-choice-more"
            onClick={() => setAll(true)}
          >
            {t('recipes.filter.all', { count: choices.length })}
          </button>
        )}
      </div>
    </fieldset>
  );
}

/** Lists compare without capitals. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
