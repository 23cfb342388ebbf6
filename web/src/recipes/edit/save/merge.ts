import { type Field, type Fields, fields, isSame } from './changes.ts';

/** Which of two versions a field is taken from. */
export type Side = 'mine' | 'theirs';
export type Choices = Partial<Record<Field, Side>>;

/**
 * What to take when nobody chooses: what only the others changed is theirs, all else mine.
 * @param base what both began with.
 */
export function likelyChoices(base: Fields, mine: Fields, theirs: Fields): Choices {
  const differing = fields.filter((field) => !isSame(field, mine, theirs));
  return Object.fromEntries(
    differing.map((field) => [field, isSame(field, base, mine) ? 'theirs' : 'mine']),
  );
}

/** A recipe of mine with what was chosen of theirs. */
export function merged<R extends Fields>(mine: R, theirs: Fields, choices: Choices): R {
  const result = { ...mine };
  for (const field of fields) {
    if (choices[field] !== 'theirs') continue;
    if (theirs[field] === undefined) delete result[field];
    else Object.assign(result, { [field]: theirs[field] });
  }
  return result;
}
