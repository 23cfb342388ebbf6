import { useQuery } from '@tanstack/react-query';
import { recipeLabelsQuery } from '../../requests.ts';

/** What the person has called things before, the most used first; it is no harm when it cannot be had. */
export function useSuggestions() {
  const { data } = useQuery({ ...recipeLabelsQuery, retry: false });
  const names = (labels: readonly { name: string }[] = []) => labels.map(({ name }) => name);
  return {
    tags: names(data?.tags),
    cuisines: names(data?.cuisines),
    dishTypes: names(data?.dishTypes),
  };
}
