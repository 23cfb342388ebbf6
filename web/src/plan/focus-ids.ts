import type { Place } from './use-place-name.ts';

/** The id of the button that drags an entry: the focus follows a meal that has moved. */
export function handleId(entryId: string): string {
  return `handle ${entryId}`;
}

/** The id of the button that adds to a place: the focus goes there when a meal of it is removed. */
export function addButtonId({ date, meal }: Place): string {
  return `add ${date} ${meal}`;
}
