import { useText } from '../../texts/use-text.ts';
import type { Asking } from '../asking.ts';
import { servingsOf, titleOf } from '../entries.ts';
import { handleId } from '../focus-ids.ts';
import type { PlanActions } from '../use-plan-actions.ts';
import type { Day } from '../week/week.ts';
import { AddDialog } from './AddDialog.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import { ServingsDialog } from './ServingsDialog.tsx';
import './dialogs.css';

interface PlanDialogsProps {
  asking: Asking;
  /** The days shown. */
  days: readonly Day[];
  meals: readonly string[];
  /** The day that is chosen at first for a recipe that is to be planned. */
  firstChoice: Day;
  actions: PlanActions;
  /** Tells which element shall have the focus when a meal has moved. */
  onFollow: (id: string) => void;
  /** Something was planned for that day. */
  onPlanned: (day: Day) => void;
  /** It is answered, or given up. */
  onClose: (outcome: 'answered' | 'given-up') => void;
}

/** The dialog for what is asked. */
export function PlanDialogs(props: PlanDialogsProps) {
  const t = useText();
  const { asking, days, meals, actions } = props;
  const giveUp = () => props.onClose('given-up');
  const then = (act: () => void) => {
    act();
    props.onClose('answered');
  };

  switch (asking.what) {
    case 'add':
      return (
        <AddDialog
          place={asking.place}
          onRecipe={(recipe) => then(() => actions.addRecipe(recipe, asking.place))}
          onNote={(note) => then(() => actions.addNote(note, asking.place))}
          onClose={giveUp}
        />
      );
    case 'plan': {
      const { recipe } = asking;
      return (
        <PlaceDialog
          title={t('plan.dialog.plan', { title: recipe.title })}
          action={t('plan.dialog.doPlan')}
          place={{ date: props.firstChoice, meal: 'dinner' }}
          days={days}
          meals={meals}
          onPlace={(place) =>
            then(() => {
              actions.addRecipe(recipe, place);
              props.onPlanned(place.date);
            })
          }
          onClose={giveUp}
        />
      );
    }
    case 'move':
    case 'copy': {
      const { entry, what } = asking;
      const title = titleOf(entry);
      const moves = what === 'move';
      return (
        <PlaceDialog
          title={t(moves ? 'plan.dialog.move' : 'plan.dialog.copy', { title })}
          action={t(moves ? 'plan.dialog.doMove' : 'plan.dialog.doCopy')}
          place={entry.slot}
          days={days}
          meals={meals}
          onPlace={(place) =>
            then(() => {
              props.onFollow(handleId(entry.id));
              if (moves) actions.move(entry, place);
              else actions.copy(entry, place);
            })
          }
          onClose={giveUp}
        />
      );
    }
    case 'servings': {
      const { entry } = asking;
      return (
        <ServingsDialog
          title={titleOf(entry)}
          servings={servingsOf(entry)}
          onServings={(servings) => then(() => actions.change(entry, { servings }))}
          onClose={giveUp}
        />
      );
    }
    case 'note': {
      const { entry } = asking;
      return (
        <NoteDialog
          note={entry.slot.note ?? ''}
          onNote={(note) => then(() => actions.change(entry, { note }))}
          onClose={giveUp}
        />
      );
    }
  }
}
