/** Parts of a shop, in the order in which one walks through them. */
export const aisles = [
  'produce',
  'bakery',
  'meat',
  'fish',
  'dairy',
  'frozen',
  'grains',
  'canned',
  'baking',
  'spices',
  'condiments',
  'snacks',
  'drinks',
  'household',
  'other',
] as const;

export type Aisle = (typeof aisles)[number];
