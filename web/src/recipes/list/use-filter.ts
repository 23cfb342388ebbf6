import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type RecipeFilter, readFilter, writeFilter } from './filter.ts';

/** Some parts of a filter; undefined takes a part away. */
export type FilterChanges = { [Name in keyof RecipeFilter]: RecipeFilter[Name] | undefined };

/**
 * The filter in the address, and what changes it. Changes replace the entry in the history: going back leaves
 * the list instead of taking away letter by letter.
 */
export function useFilter(): [RecipeFilter, (changes: FilterChanges) => void] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readFilter(params), [params]);
  const change = (changes: FilterChanges) =>
    setParams((now) => writeFilter({ ...readFilter(now), ...changes }), { replace: true });
  return [filter, change];
}
