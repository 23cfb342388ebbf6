import { useState } from 'react';
import { useNavigate } from 'react-router';
import { WakeLockSwitch } from '../../recipes/awake/WakeLockSwitch.tsx';
import { ShareButton } from '../../shares/ShareButton.tsx';
import { useText } from '../../texts/use-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { FillDialog } from '../add/FillDialog.tsx';
import type { Shopping } from '../offline/shopping.ts';
import { BasketArt } from '../overview/BasketArt.tsx';
import { ListMenu } from '../overview/ListMenu.tsx';
import { Progress } from '../overview/Progress.tsx';
import type { Item, List } from '../types.ts';
import { AddForm } from './AddForm.tsx';
import { Aisles } from './Aisles.tsx';
import { Basket } from './Basket.tsx';
import { EditItemDialog } from './EditItemDialog.tsx';
import { RefusedNotice } from './RefusedNotice.tsx';
import { SaveState } from './SaveState.tsx';
import { TextActions } from './TextActions.tsx';
import { useItemActions } from './use-item-actions.ts';

interface ShownListProps {
  list: List;
  shopping: Shopping;
  /** Whether no answer came from the server. */
  isLastSeen: boolean;
}

/** A list with all that can be done to it. */
export function ShownList({ list, shopping, isLastSeen }: ShownListProps) {
  const t = useText();
  const navigate = useNavigate();
  const actions = useItemActions(list, shopping.store);
  const [edited, setEdited] = useState<string>();
  const [isFilling, setFilling] = useState(false);
  const open = list.items.filter(({ checked }) => !checked);
  const ticked = list.items.filter(({ checked }) => checked);
  const item = list.items.find(({ id }) => id === edited);
  const rows = { onToggle: actions.toggle, onEdit: ({ id }: Item) => setEdited(id) };

  return (
    <>
      <header className="shop-head">
        <div className="shop-title">
          <PageHeading>{list.name}</PageHeading>
          <div className="shop-tools">
            <ShareButton kind="shopping-list" id={list.id} title={list.name} />
            <ListMenu list={list} onDeleted={() => void navigate('/shopping')}>
              <TextActions list={list} />
            </ListMenu>
          </div>
        </div>
        <Progress {...list} />
        <div className="shop-states">
          <SaveState listId={list.id} shopping={shopping} isLastSeen={isLastSeen} />
          <WakeLockSwitch />
        </div>
      </header>
      <p role="status" className="visually-hidden">
        {actions.said}
      </p>
      <RefusedNotice listId={list.id} shopping={shopping} />
      <div className="shop-add">
        <AddForm onAdd={actions.add} />
        <button type="button" className="button" onClick={() => setFilling(true)}>
          {t('shopping.fill')}
        </button>
      </div>
      <Aisles items={open} {...rows} />
      {open.length === 0 && (
        <EmptyState
          title={t(ticked.length > 0 ? 'shopping.list.done.title' : 'shopping.list.empty.title')}
          text={t(ticked.length > 0 ? 'shopping.list.done.text' : 'shopping.list.empty.text')}
          art={<BasketArt />}
        />
      )}
      {ticked.length > 0 && <Basket items={ticked} onClear={actions.clearTicked} {...rows} />}
      {item && (
        <EditItemDialog
          key={item.id}
          item={item}
          onSave={(fields) => actions.edit(item.id, fields)}
          onRemove={() => actions.remove(item)}
          onClose={() => setEdited(undefined)}
        />
      )}
      {isFilling && <FillDialog listId={list.id} onClose={() => setFilling(false)} />}
    </>
  );
}
