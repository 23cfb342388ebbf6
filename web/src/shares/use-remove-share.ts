import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useText } from '../texts/use-text.ts';
import { toast } from '../ui/toasts.ts';
import { removeShare, sharesQuery } from './requests.ts';

/** Ends a link: it is gone from the list at once, and comes back when the server refuses. */
export function useRemoveShare() {
  const t = useText();
  const queries = useQueryClient();
  const { queryKey } = sharesQuery;
  return useMutation({
    mutationFn: removeShare,
    onMutate: async (id) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData(queryKey);
      queries.setQueryData(queryKey, (shown) => {
        if (!shown) return shown;
        const pages = shown.pages.map((page) => ({
          ...page,
          items: page.items.filter((share) => share.id !== id),
        }));
        return { ...shown, pages };
      });
      return before;
    },
    onSuccess: () => toast(t('shares.removed')),
    onError: (_error, _id, before) => {
      queries.setQueryData(queryKey, before);
      toast(t('shares.notRemoved'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
}
