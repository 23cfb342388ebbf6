import { useQuery } from '@tanstack/react-query';
import { recipeLabelsQuery } from '../../requests.ts';

/** What the person has called things before, the most used first. */
export interface Suggestions {
  tags: string[];
  cuisines: string[];
  dishTypes: string[];
}

/** The words that the person's recipes use; it is no harm when they cannot be had. */
export function useSuggestions(): Suggestions {
  const { data } = useQuery({ ...recipeLabelsQuery, retry: false });
  const names = (labels: readonly { name: string }[] = []) => labels.map(({ name }) => name);
  return {
    tags: names(data?.tags),
    cuisines: names(data?.cuisines),
    dishTypes: names(data?.dishTypes),
  };
}
