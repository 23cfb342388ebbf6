import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { shoppingKeys } from '../../api/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { MoreIcon } from '../../ui/page-icons.tsx';
import { toast } from '../../ui/toasts.ts';
import { changeList, removeList } from '../requests.ts';
import type { ListSummary } from '../types.ts';
import { useShopping } from '../use-shopping.ts';
import { NameDialog } from './NameDialog.tsx';

interface ListMenuProps {
  list: Pick<ListSummary, 'id' | 'name' | 'isActive'>;
  /** Called once the list is deleted. */
  onDeleted?: () => void;
  /** What else can be done with it. */
  children?: ReactNode;
}

/** What can be done with a whole list. */
export function ListMenu({ list, onDeleted, children }: ListMenuProps) {
  const t = useText();
  const { store } = useShopping();
  const queries = useQueryClient();
  const [asks, setAsks] = useState<'name' | 'delete'>();
  const { id, name, isActive } = list;
  const close = () => setAsks(undefined);
  const listsChanged = () => queries.invalidateQueries({ queryKey: shoppingKeys.lists });

  const failed = () => toast(t('shopping.changeFailed'));

  const use = useMutation({
    mutationFn: async () => store.take(await changeList(id, { isActive: true })),
    onSuccess: listsChanged,
    onError: failed,
  });
  const remove = useMutation({
    mutationFn: () => removeList(id),
    onSuccess: async () => {
      await store.forget(id);
      void listsChanged();
      toast(t('shopping.deleted', { name }));
      onDeleted?.();
    },
    onError: failed,
    onSettled: close,
  });

  return (
    <>
      <Menu label={t('shopping.more', { name })} icon={<MoreIcon />}>
        {children}
        {!isActive && (
          <button type="button" onClick={() => use.mutate()}>
            {t('shopping.use')}
          </button>
        )}
        <button type="button" onClick={() => setAsks('name')}>
          {t('shopping.rename')}
        </button>
        <button type="button" className="menu-danger" onClick={() => setAsks('delete')}>
          {t('shopping.delete')}
        </button>
      </Menu>
      {asks === 'name' && (
        <NameDialog
          title={t('shopping.rename.title')}
          name={name}
          action={t('common.save')}
          onClose={close}
          onSave={async (next) => {
            await store.take(await changeList(id, { name: next }));
            void listsChanged();
            close();
          }}
        />
      )}
      <ConfirmDialog
        open={asks === 'delete'}
        title={t('shopping.delete.title', { name })}
        text={t('shopping.delete.text')}
        action={t('shopping.delete')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={close}
      />
    </>
  );
}
