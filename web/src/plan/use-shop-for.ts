import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Slot } from './changes/plan.ts';
import { makeShoppingList } from './requests.ts';

/** Makes a shopping list of meals and opens it. */
export function useShopFor() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (list: { name: string; slots: readonly Slot[]; id: string }) =>
      makeShoppingList(list.name, list.slots, list.id),
    onSuccess: ({ id }) => navigate(`/shopping/${id}`),
  });
}
