import { convert, type Unit } from 'convert';

/** A unit that can be converted into others of its dimension. */
export interface Measure {
  /** As it is written on a list. */
  readonly name: string;
  readonly dimension: 'volume' | 'mass';
  readonly system: 'metric' | 'us';
  /** In millilitres or grams. */
  readonly size: number;
}

/** Each row: the unit as it is written on a list, then other spellings, in lower case without full stops. */
type Row = readonly [name: string, ...spellings: string[]];

const metricVolumes: readonly Row[] = [
  ['ml', 'millilitre', 'milliliter', 'mls'],
  ['cl', 'centilitre', 'centiliter'],
  ['dl', 'decilitre', 'deciliter'],
  ['l', 'litre', 'liter', 'ltr'],
];
const usVolumes: readonly Row[] = [
  ['tsp', 'teaspoon', 'tsps', 'teaspoonful'],
  ['tbsp', 'tablespoon', 'tbsps', 'tbs', 'tbl', 'tblsp', 'tablespoonful'],
  ['fl oz', 'floz', 'fluid ounce', 'fl ounce'],
  ['cup', 'c', 'cupful'],
  ['pint', 'pt'],
  ['quart', 'qt'],
  ['gallon', 'gal'],
];
const metricMasses: readonly Row[] = [
  ['mg', 'milligram', 'milligramme'],
  ['g', 'gram', 'gramme', 'gr', 'gm', 'gms'],
  ['kg', 'kilogram', 'kilogramme', 'kilo', 'kgs'],
];
const usMasses: readonly Row[] = [
  ['oz', 'ounce', 'ozs'],
  ['lb', 'pound', 'lbs'],
];

const measures = new Map<string, Measure>();
addRows(metricVolumes, 'volume', 'metric');
addRows(usVolumes, 'volume', 'us');
addRows(metricMasses, 'mass', 'metric');
addRows(usMasses, 'mass', 'us');

function addRows(
  rows: readonly Row[],
  dimension: Measure['dimension'],
  system: Measure['system'],
): void {
  for (const [name, ...spellings] of rows) {
    // The rows hold only names that the library knows; it fails on others when this file is loaded.
    const size = convert(1, name as Unit).to(dimension === 'volume' ? 'ml' : 'g');
    const measure: Measure = { name, dimension, system, size: Number(size) };
    for (const spelling of [name, ...spellings]) {
      measures.set(spelling, measure);
      if (spelling.length > 2) measures.set(`${spelling}s`, measure);
    }
  }
}

/** The unit as one that can be converted, or `undefined`. A lone `T` is a tablespoon, `t` a teaspoon. */
export function measureOf(unit: string): Measure | undefined {
  const name = unit.trim().replaceAll('.', '').replaceAll(/\s+/g, ' ');
  if (name === 'T') return measures.get('tbsp');
  if (name === 't') return measures.get('tsp');
  return measures.get(name.toLowerCase());
}

/** The unit by its name on a list. @throws when there is none. */
export function measureNamed(name: string): Measure {
  const found = measures.get(name);
  if (!found) throw new Error(`There is no unit named ${name}.`);
  return found;
}
