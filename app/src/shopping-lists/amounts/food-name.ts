/** Endings of more than one, each with that of one. The first that fits counts. */
const plurals: readonly (readonly [RegExp, string])[] = [
  [/(ss|us|is)$/, '$1'],
  [/leaves$/, 'leaf'],
  [/loaves$/, 'loaf'],
  [/halves$/, 'half'],
  [/ies$/, 'y'],
  [/(o|ch|sh|x|ss)es$/, '$1'],
  [/s$/, ''],
];

/** By this key the same food is found again: `Red Onions` and `red onion` have the same. */
export function foodKey(name: string): string {
  return words(name).map(singular).join(' ');
}

/** The words of a name, in lower case and without accents and punctuation. */
function words(name: string): string[] {
  const simple = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const found = simple.match(/[\p{L}\p{N}%]+/gu);
  // A name of signs alone is its own key.
  return found ?? [simple.trim()];
}

function singular(word: string): string {
  if (word.length < 4) return word;
  const rule = plurals.find(([ending]) => ending.test(word));
  return rule ? word.replace(rule[0], rule[1]) : word;
}
