import { useQuery } from '@tanstack/react-query';
import { recipeQuery } from '../recipes/requests.ts';

/** The recipe that is to be planned, as the address `?add=<id>` names it. */
export function useRecipeToPlan(id: string | null) {
  return useQuery({ ...recipeQuery(id ?? ''), enabled: Boolean(id) });
}
