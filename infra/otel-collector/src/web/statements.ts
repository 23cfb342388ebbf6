import type { ValueForm } from './schema.ts';

/** OTTL statements that leave of a map of attributes what has a known name and the right form. */
export function keepOnly(map: string, schema: Readonly<Record<string, ValueForm>>): string[] {
  const names = Object.keys(schema).map((name) => `"${name}"`);
  return [
    `keep_keys(${map}, [${names.join(', ')}])`,
    ...Object.entries(schema).map(([name, form]) => checkValue(map, name, form)),
  ];
}

function checkValue(map: string, name: string, form: ValueForm): string {
  const value = `${map}["${name}"]`;
  const remove = `delete_key(${map}, "${name}")`;
  if (form === 'number') return `${remove} where not (IsInt(${value}) or IsDouble(${value}))`;
  if ('fits' in form) {
    return `${remove} where not IsString(${value}) or not IsMatch(${value}, "${whole(form.fits)}")`;
  }
  const { longest } = form;
  return `set(${value}, Substring(${value}, 0, ${longest}, true)) where IsString(${value}) and Len(${value}) > ${longest}`;
}

/** An expression for a text as a whole. The Collector reads `$$` in its configuration as `$`. */
export function whole(expression: string): string {
  return `^(${expression.replaceAll('$', '$$$$')})$$`;
}
