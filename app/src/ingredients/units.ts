/** A unit of ingredients, as it is stored and shown. */
export interface Unit {
  readonly one: string;
  /** The same as `one` for abbreviations. */
  readonly many: string;
  /** Metric, measured with scales and jugs; the others are counted or filled in fractions. */
  readonly metric: boolean;
  /** Says how large something is: a weight, a volume or a length. */
  readonly measure: boolean;
}

/** Each row: the unit for one, for many, and what else people write for it, in lower case without full stops. */
type Row = readonly [one: string, many: string, ...also: string[]];

const metric: readonly Row[] = [
  ['mg', 'mg', 'milligram', 'milligrams', 'milligramme', 'milligrammes'],
  ['g', 'g', 'gr', 'gm', 'gms', 'gram', 'grams', 'gramme', 'grammes'],
  ['kg', 'kg', 'kgs', 'kilo', 'kilos', 'kilogram', 'kilograms', 'kilogramme', 'kilogrammes'],
  ['ml', 'ml', 'mls', 'millilitre', 'millilitres', 'milliliter', 'milliliters'],
  ['cl', 'cl', 'centilitre', 'centilitres', 'centiliter', 'centiliters'],
  ['dl', 'dl', 'decilitre', 'decilitres', 'deciliter', 'deciliters'],
  ['l', 'l', 'litre', 'litres', 'liter', 'liters', 'ltr'],
  ['mm', 'mm', 'millimetre', 'millimetres', 'millimeter', 'millimeters'],
  ['cm', 'cm', 'centimetre', 'centimetres', 'centimeter', 'centimeters'],
];

const customary: readonly Row[] = [
  ['tsp', 'tsp', 'tsps', 'teaspoon', 'teaspoons', 'teaspoonful', 'teaspoonfuls'],
  ['tbsp', 'tbsp', 'tbsps', 'tbs', 'tbl', 'tblsp', 'tablespoon', 'tablespoons', 'tablespoonful'],
  ['dessertspoon', 'dessertspoons', 'dsp', 'dstspn'],
  ['fl oz', 'fl oz', 'floz', 'fluid ounce', 'fluid ounces', 'fl ounce', 'fl ounces'],
  ['cup', 'cups', 'c', 'cupful', 'cupfuls'],
  ['pint', 'pints', 'pt', 'pts'],
  ['quart', 'quarts', 'qt', 'qts'],
  ['gallon', 'gallons', 'gal', 'gals'],
  ['oz', 'oz', 'ozs', 'ounce', 'ounces'],
  ['lb', 'lb', 'lbs', 'pound', 'pounds'],
  ['inch', 'inches'],
];

const counted: readonly Row[] = [
  ['bag', 'bags'],
  ['ball', 'balls'],
  ['bar', 'bars'],
  ['block', 'blocks'],
  ['bottle', 'bottles'],
  ['box', 'boxes'],
  ['bulb', 'bulbs'],
  ['bunch', 'bunches'],
  ['can', 'cans'],
  ['carton', 'cartons'],
  ['clove', 'cloves'],
  ['container', 'containers'],
  ['cube', 'cubes'],
  ['dash', 'dashes'],
  ['drizzle', 'drizzles'],
  ['drop', 'drops'],
  ['ear', 'ears'],
  ['envelope', 'envelopes'],
  ['fillet', 'fillets'],
  ['glass', 'glasses'],
  ['handful', 'handfuls'],
  ['head', 'heads'],
  ['jar', 'jars'],
  ['knob', 'knobs'],
  ['leaf', 'leaves'],
  ['loaf', 'loaves'],
  ['package', 'packages', 'pkg', 'pkgs', 'pack', 'packs'],
  ['packet', 'packets', 'pkt', 'pkts'],
  ['part', 'parts'],
  ['piece', 'pieces', 'pc', 'pcs'],
  ['pinch', 'pinches'],
  ['rasher', 'rashers'],
  ['sachet', 'sachets'],
  ['scoop', 'scoops'],
  ['sheet', 'sheets'],
  ['slice', 'slices'],
  ['splash', 'splashes'],
  ['sprig', 'sprigs'],
  ['stalk', 'stalks'],
  ['stick', 'sticks'],
  ['strip', 'strips'],
  ['tin', 'tins'],
  ['tub', 'tubs'],
  ['wedge', 'wedges'],
];

const units = new Map<string, Unit>();
for (const [rows, isMetric, measure] of [
  [metric, true, true],
  [customary, false, true],
  [counted, false, false],
] as const) {
  for (const [one, many, ...also] of rows) {
    const unit: Unit = { one, many, metric: isMetric, measure };
    for (const name of [one, many, ...also]) units.set(name, unit);
  }
}

/** Units known to the parser. */
export const knownUnits: readonly Unit[] = [...new Set(units.values())];

/** The unit that a text names: `Tbsp.`, `fluid ounces`, `G`. A lone `T` is a tablespoon, `t` a teaspoon. */
export function findUnit(text: string): Unit | undefined {
  const name = text.replaceAll('.', '');
  if (name === 'T') return units.get('tbsp');
  if (name === 't') return units.get('tsp');
  return units.get(name.toLowerCase());
}

/** The unit in the form that goes with a quantity: `1 cup`, `1.5 cups`. Unknown units stay as they are. */
export function unitFor(unit: string, quantity: number | undefined): string {
  const known = findUnit(unit);
  if (!known) return unit;
  return quantity !== undefined && quantity > 1 ? known.many : known.one;
}
