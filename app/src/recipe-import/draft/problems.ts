/** Something that an import could not read or keep. */
export interface ImportProblem {
  /** The field of the recipe that lacks it, such as `cookMinutes` or `ingredients.3`. */
  readonly field: string;
  readonly message: string;
}

/** Problems told of one field; more of the same kind help nobody. */
const maxOfField = 10;
const maxQuoted = 80;

/** Gathers what to tell the user. */
export class Problems {
  readonly list: ImportProblem[] = [];
  readonly #counts = new Map<string, number>();

  add(field: string, message: string): void {
    const [top = ''] = field.split('.');
    const count = (this.#counts.get(top) ?? 0) + 1;
    this.#counts.set(top, count);
    if (count <= maxOfField) this.list.push({ field, message });
  }
}

/** The start of a text, for messages. */
export function quoted(text: string): string {
  return `“${text.length > maxQuoted ? `${text.slice(0, maxQuoted)}…` : text}”`;
}
