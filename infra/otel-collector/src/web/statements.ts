import type { ValueForm } from './schema.ts';

/** The kinds of what OTTL calls a context, which have attributes and a cache. */
type Context = 'resource' | 'span' | 'log';

/**
 * OTTL statements that make the attributes anew of what has a known name and the right form. What is only taken
 * away from may hold a name twice, of which checks see the first and readers take the last.
 */
export function keepOnly(context: Context, schema: Readonly<Record<string, ValueForm>>): string[] {
  return [
    ...Object.entries(schema).flatMap(([name, form]) => {
      const value = `${context}.attributes["${name}"]`;
      const copy = `${context}.cache["${name}"]`;
      // JSON writes 0.0 as 0, and a column of OpenObserve has one type.
      const taken = 'double' in form ? `Double(${value})` : value;
      return [
        `set(${copy}, ${taken}) where ${fits(value, form)}`,
        ...('longest' in form ? [cut(copy, form.longest)] : []),
      ];
    }),
    `set(${context}.attributes, ${context}.cache)`,
  ];
}

/** For a text or nothing; one that is shorter cannot be cut. */
function cut(text: string, longest: number): string {
  return `set(${text}, Substring(${text}, 0, ${longest}, true)) where ${text} != nil and Len(${text}) > ${longest}`;
}

/** The condition; the type comes first, because the rest is an error for other types. */
function fits(value: string, form: ValueForm): string {
  if ('fits' in form) return `IsString(${value}) and IsMatch(${value}, "${whole(form.fits)}")`;
  if ('longest' in form) return `IsString(${value})`;
  const [type, [least, most]] =
    'integer' in form
      ? [`IsInt(${value})`, form.integer]
      : [`(IsInt(${value}) or IsDouble(${value}))`, form.double];
  // NaN is in no range.
  return `${type} and ${value} >= ${least} and ${value} <= ${most}`;
}

/** An expression for a text as a whole. The Collector reads `$$` in its configuration as `$`. */
export function whole(expression: string): string {
  return `^(${expression.replaceAll('$', '$$$$')})$$`;
}
