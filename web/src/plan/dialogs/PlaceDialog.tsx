import { useId, useState } from 'react';
import { useText } from '../../texts/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { Field } from '../../ui/Field.tsx';
import { mealName } from '../meals.ts';
import type { Place } from '../use-place-name.ts';
import { useDays } from '../week/use-days.ts';
import { type Day, readDay } from '../week/week.ts';

interface PlaceDialogProps {
  title: string;
  /** The verb of what will be done. */
  action: string;
  /** What is chosen at first. */
  place: Place;
  /** Days to choose from at once; others are typed. */
  days: readonly Day[];
  meals: readonly string[];
  onPlace: (place: Place) => void;
  onClose: () => void;
}

/** Asks for a day and a meal. */
export function PlaceDialog(props: PlaceDialogProps) {
  const t = useText();
  const { short, date: shortDate, long } = useDays();
  const [date, setDate] = useState(props.place.date);
  const [meal, setMeal] = useState(props.place.meal);
  const formId = useId();
  return (
    <Dialog
      open
      variant="sheet"
      title={props.title}
      onClose={props.onClose}
      actions={<DialogButtons action={props.action} form={formId} onCancel={props.onClose} />}
    >
      <form
        id={formId}
        className="place-form"
        onSubmit={(event) => {
          event.preventDefault();
          props.onPlace({ date, meal });
        }}
      >
        <fieldset className="meal-choices meal-days">
          <legend>{t('plan.dialog.day')}</legend>
          {props.days.map((day) => (
            <label key={day} className="meal-choice">
              <input
                type="radio"
                name={`${formId}-day`}
                checked={day === date}
                onChange={() => setDate(day)}
              />
              <span className="visually-hidden">{long(day)}</span>
              <span aria-hidden="true" className="meal-choice-day">
                {short(day)}
              </span>
              <span aria-hidden="true">{shortDate(day)}</span>
            </label>
          ))}
        </fieldset>
        <Field label={t('plan.dialog.otherDay')}>
          {(control) => (
            <input
              {...control}
              type="date"
              required
              value={date}
              onChange={({ target }) => {
                const day = readDay(target.value);
                if (day) setDate(day);
              }}
            />
          )}
        </Field>
        <fieldset className="meal-choices">
          <legend>{t('plan.dialog.meal')}</legend>
          {props.meals.map((one) => (
            <label key={one} className="meal-choice">
              <input
                type="radio"
                name={`${formId}-meal`}
                checked={one === meal}
                onChange={() => setMeal(one)}
              />
              <span>{mealName(one, t)}</span>
            </label>
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}
