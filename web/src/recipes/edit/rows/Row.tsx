import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import type { KeyboardEvent, ReactNode } from 'react';
import { GripIcon } from '../../../dragging/icons.tsx';
import { useText } from '../../../texts/use-text.ts';
import { CloseIcon } from '../../../ui/icons.tsx';
import { DownIcon, UpIcon } from '../icons.tsx';

/** What can be done with a row. */
export interface RowActions {
  /** Absent where there is no way up. */
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  onRemove: () => void;
}

interface RowProps extends RowActions {
  id: string;
  /** What the row is called, such as "ingredient 3". */
  name: string;
  className: string;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ReactNode;
}

/** One row: a grip to drag it by, what stands in it, and buttons that move it without dragging. */
export function Row({ id, name, className, children, ...actions }: RowProps) {
  const t = useText();
  const { attributes, listeners, isDragging, ...row } = useSortable({
    id,
    attributes: { roleDescription: t('editor.drag.role') },
  });
  return (
    <li
      ref={row.setNodeRef}
      className={`row ${className} ${isDragging ? 'row-dragged' : ''}`}
      style={{ transform: CSS.Translate.toString(row.transform), transition: row.transition }}
      onKeyDown={actions.onKeyDown}
    >
      <button
        ref={row.setActivatorNodeRef}
        type="button"
        className="button-icon row-grip"
        {...attributes}
        {...listeners}
        aria-label={t('editor.row.grip', { name })}
      >
        <GripIcon />
      </button>
      {children}
      <div className="row-tools">
        <Tool part="up" name={name} onPress={actions.onUp}>
          <UpIcon />
        </Tool>
        <Tool part="down" name={name} onPress={actions.onDown}>
          <DownIcon />
        </Tool>
        <Tool part="remove" name={name} onPress={actions.onRemove}>
          <CloseIcon />
        </Tool>
      </div>
    </li>
  );
}

interface ToolProps {
  part: 'up' | 'down' | 'remove';
  /** Of the row. */
  name: string;
  /** Absent where there is nothing to do: the button keeps the focus, so it is not disabled. */
  onPress: (() => void) | undefined;
  children: ReactNode;
}

function Tool({ part, name, onPress, children }: ToolProps) {
  const t = useText();
  return (
    <button
      type="button"
      className={`button-icon row-${part}`}
      aria-label={t(`editor.row.${part}`, { name })}
      aria-disabled={!onPress}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
