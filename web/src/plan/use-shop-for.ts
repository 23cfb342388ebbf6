import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { shoppingKeys } from '../api/keys.ts';
import type { Slot } from './changes/plan.ts';
import { makeShoppingList } from './requests.ts';

/** Makes a shopping list of meals and opens it. */
export function useShopFor() {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (list: { name: string; slots: readonly Slot[]; id: string }) =>
      makeShoppingList(list.name, list.slots, list.id),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: shoppingKeys.lists });
      void navigate(`/shopping/${id}`);
    },
  });
}
