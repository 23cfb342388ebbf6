import { useDraggable } from '@dnd-kit/core';
import { GripIcon } from '../../dragging/icons.tsx';
import { useText } from '../../texts/use-text.ts';
import { Menu } from '../../ui/Menu.tsx';
import { MoreIcon } from '../../ui/page-icons.tsx';
import type { Asking } from '../asking.ts';
import { EntryCard } from '../EntryCard.tsx';
import { type Entry, titleOf } from '../entries.ts';
import { handleId } from '../focus-ids.ts';
import { usePlaceName } from '../use-place-name.ts';

interface DraggableEntryProps {
  entry: Entry;
  onAsk: (asking: Asking) => void;
  onRemove: (entry: Entry) => void;
}

/** A planned meal that can be dragged: by itself with a pointer, by its handle with the keyboard. */
export function DraggableEntry({ entry, onAsk, onRemove }: DraggableEntryProps) {
  const t = useText();
  const nameOf = usePlaceName();
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: entry.id,
    attributes: { roleDescription: t('plan.drag.role') },
  });
  const named = { title: titleOf(entry), place: nameOf(entry.slot) };
  const ask = (what: 'move' | 'copy' | 'servings' | 'note') => () => onAsk({ what, entry });
  return (
    <li
      ref={setNodeRef}
      className={`meal-entry ${isDragging ? 'meal-entry-dragged' : ''}`}
      {...listeners}
    >
      <EntryCard
        entry={entry}
        tools={
          <div className="entry-tools">
            <button
              type="button"
              ref={setActivatorNodeRef}
              {...attributes}
              id={handleId(entry.id)}
              className="button-icon entry-handle"
              aria-label={t('plan.drag.handle', named)}
            >
              <GripIcon />
            </button>
            <Menu label={t('plan.entry.more', named)} icon={<MoreIcon />}>
              {entry.recipe ? (
                <button type="button" onClick={ask('servings')}>
                  {t('plan.entry.servings')}
                </button>
              ) : (
                <button type="button" onClick={ask('note')}>
                  {t('plan.entry.note')}
                </button>
              )}
              <button type="button" onClick={ask('move')}>
                {t('plan.entry.move')}
              </button>
              <button type="button" onClick={ask('copy')}>
                {t('plan.entry.copy')}
              </button>
              <button type="button" className="menu-danger" onClick={() => onRemove(entry)}>
                {t('plan.entry.remove')}
              </button>
            </Menu>
          </div>
        }
      />
    </li>
  );
}
