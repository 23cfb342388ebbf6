import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../api/api.ts';
import type { RecipePage } from '../../recipe.ts';
import { recipeKeys } from '../../requests.ts';

/** What the person has called things before, the most used first. */
export interface Suggestions {
  tags: string[];
  cuisines: string[];
  dishTypes: string[];
}

/** The newest recipes tell what words their owner uses; it is no harm when they cannot be had. */
export function useSuggestions(): Suggestions {
  const { data } = useQuery({
    queryKey: [...recipeKeys.lists, 'for-suggestions'],
    queryFn: ({ signal }) => api<RecipePage>('GET', '/api/recipes?limit=100', { signal }),
    retry: false,
  });
  return useMemo(() => {
    const recipes = data?.items ?? [];
    return {
      tags: mostUsed(recipes.flatMap(({ tags }) => tags)),
      cuisines: mostUsed(recipes.map(({ cuisine }) => cuisine)),
      dishTypes: mostUsed(recipes.map(({ dishType }) => dishType)),
    };
  }, [data]);
}

function mostUsed(words: readonly (string | undefined)[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word);
}
